-- Copies of what was sent, that claimants keep for themselves: sealed under the person's key, deleted when they say so.
-- Nobody else is given one. The folder for SQLite has the same names and the same tables.

CREATE TABLE own_copy (
    id UUID NOT NULL PRIMARY KEY,
    person_id UUID NOT NULL REFERENCES person (id),
    request_id UUID NOT NULL REFERENCES request (id),
    decision_version BIGINT NOT NULL,
    digest BYTEA NOT NULL,
    size BIGINT NOT NULL,
    at BIGINT NOT NULL,
    sealed BYTEA NOT NULL,
    UNIQUE (person_id, request_id, decision_version)
);

CREATE FUNCTION own_copy_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION '% is kept as it is, or deleted', TG_TABLE_NAME;
END
$$;
CREATE TRIGGER own_copy_stays BEFORE UPDATE ON own_copy
    FOR EACH ROW EXECUTE FUNCTION own_copy_stays();

-- A history asks for one kind of event about one person.
CREATE INDEX event_by_person_and_kind ON event (person_id, kind, seq);
