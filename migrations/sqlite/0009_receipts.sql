-- A receipt for every event that matters: each once, and each with its place in the log.
-- The folder for PostgreSQL has the same names and the same tables.

-- Where the log says that this receipt was issued; none for those from before.
ALTER TABLE receipt ADD COLUMN leaf_seq INTEGER;
-- Which event of its kind about this request it proves: the answer's number, the collection's id and the like.
ALTER TABLE receipt ADD COLUMN cause TEXT;
CREATE UNIQUE INDEX receipt_once ON receipt (request_id, kind, cause) WHERE cause IS NOT NULL;
