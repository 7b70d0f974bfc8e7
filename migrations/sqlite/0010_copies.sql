-- Copies of what was sent, that claimants keep for themselves: sealed under the person's key, deleted when they say so.
-- Nobody else is given one. The folder for PostgreSQL has the same names and the same tables.

CREATE TABLE own_copy (
    id BLOB NOT NULL PRIMARY KEY,
    person_id BLOB NOT NULL REFERENCES person (id),
    request_id BLOB NOT NULL REFERENCES request (id),
    decision_version INTEGER NOT NULL,
    digest BLOB NOT NULL,
    size INTEGER NOT NULL,
    at INTEGER NOT NULL,
    sealed BLOB NOT NULL,
    UNIQUE (person_id, request_id, decision_version)
) STRICT;

CREATE TRIGGER own_copy_stays BEFORE UPDATE ON own_copy
BEGIN SELECT RAISE(ABORT, 'own_copy is kept as it is, or deleted'); END;

-- A history asks for one kind of event about one person.
CREATE INDEX event_by_person_and_kind ON event (person_id, kind, seq);
