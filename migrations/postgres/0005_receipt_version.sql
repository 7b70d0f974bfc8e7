-- Which receipt proves which version of a decision, so that the one in force is found without opening any.
-- The folder for SQLite has the same names and the same tables.

CREATE TABLE decision_receipt (
    request_id UUID NOT NULL REFERENCES request (id),
    decision_version BIGINT NOT NULL,
    receipt_id UUID NOT NULL UNIQUE REFERENCES receipt (id),
    PRIMARY KEY (request_id, decision_version)
);
