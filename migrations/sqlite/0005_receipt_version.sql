-- Which receipt proves which version of a decision, so that the one in force is found without opening any.
-- The folder for PostgreSQL has the same names and the same tables.

CREATE TABLE decision_receipt (
    request_id BLOB NOT NULL REFERENCES request (id),
    decision_version INTEGER NOT NULL,
    receipt_id BLOB NOT NULL UNIQUE REFERENCES receipt (id),
    PRIMARY KEY (request_id, decision_version)
) STRICT;
