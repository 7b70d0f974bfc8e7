-- Whether a later request names the same person: a keyed code of this request and that person, of no use for finding
-- anybody. It goes when the request is over, whoever it was about, so that a requester sees no difference between a
-- person who is not known and one who was erased. The folder for PostgreSQL has the same names.

ALTER TABLE request ADD COLUMN about BLOB;
