-- Everything that the portal keeps. Times are microseconds since 1970 in UTC. What is personal is
-- sealed: under a key per person, per request, or per package. The folder for SQLite has the
-- same names and the same tables.

CREATE TABLE person (
    id UUID NOT NULL PRIMARY KEY,
    added_at BIGINT NOT NULL,
    key_wrapped BYTEA,
    sealed BYTEA,
    nino_index BYTEA,
    nhs_index BYTEA,
    died_at BIGINT,
    erased_at BIGINT
);
CREATE INDEX person_by_nino ON person (nino_index);
CREATE UNIQUE INDEX person_by_nhs_number ON person (nhs_index) WHERE nhs_index IS NOT NULL;

CREATE TABLE activation (
    id UUID NOT NULL PRIMARY KEY,
    person_id UUID NOT NULL REFERENCES person (id),
    code_hash BYTEA NOT NULL UNIQUE,
    issued_at BIGINT NOT NULL,
    expires_at BIGINT NOT NULL,
    used_at BIGINT,
    replaced_at BIGINT
);
CREATE INDEX activation_by_person ON activation (person_id);

CREATE TABLE account (
    person_id UUID NOT NULL PRIMARY KEY REFERENCES person (id),
    email_index BYTEA NOT NULL UNIQUE,
    sealed BYTEA NOT NULL,
    password_hash TEXT NOT NULL,
    activated_at BIGINT NOT NULL,
    password_changed_at BIGINT NOT NULL
);

CREATE TABLE attempt (
    bucket BYTEA NOT NULL,
    at BIGINT NOT NULL
);
CREATE INDEX attempt_by_bucket ON attempt (bucket, at);

CREATE TABLE session (
    id BYTEA NOT NULL PRIMARY KEY,
    person_id UUID REFERENCES person (id),
    sealed BYTEA NOT NULL,
    created_at BIGINT NOT NULL,
    seen_at BIGINT NOT NULL,
    expires_at BIGINT NOT NULL
);
CREATE INDEX session_by_person ON session (person_id);
CREATE INDEX session_by_end ON session (expires_at);

CREATE TABLE record (
    id UUID NOT NULL PRIMARY KEY,
    nhs_index BYTEA NOT NULL UNIQUE,
    source TEXT NOT NULL,
    key_wrapped BYTEA NOT NULL,
    sealed BYTEA NOT NULL,
    digest BYTEA NOT NULL,
    imported_at BIGINT NOT NULL
);

CREATE TABLE source_permit (
    person_id UUID NOT NULL REFERENCES person (id),
    source TEXT NOT NULL,
    seq BIGINT NOT NULL,
    action TEXT NOT NULL CHECK (action IN ('permit', 'stop')),
    at BIGINT NOT NULL,
    PRIMARY KEY (person_id, source, seq)
);

CREATE TABLE client (
    id TEXT NOT NULL PRIMARY KEY,
    organisation TEXT NOT NULL,
    team TEXT NOT NULL,
    jwks TEXT NOT NULL,
    scopes TEXT NOT NULL,
    purposes TEXT NOT NULL,
    added_at BIGINT NOT NULL,
    disabled_at BIGINT,
    disabled_generation BIGINT NOT NULL DEFAULT 0
);

CREATE TABLE assertion_seen (
    client_id TEXT NOT NULL REFERENCES client (id),
    jti_hash BYTEA NOT NULL,
    expires_at BIGINT NOT NULL,
    PRIMARY KEY (client_id, jti_hash)
);
CREATE INDEX assertion_seen_by_end ON assertion_seen (expires_at);

CREATE TABLE access_token (
    hash BYTEA NOT NULL PRIMARY KEY,
    client_id TEXT NOT NULL REFERENCES client (id),
    scopes TEXT NOT NULL,
    issued_at BIGINT NOT NULL,
    expires_at BIGINT NOT NULL
);
CREATE INDEX access_token_by_end ON access_token (expires_at);

CREATE TABLE purpose (
    id TEXT NOT NULL,
    version BIGINT NOT NULL,
    body TEXT NOT NULL,
    imported_at BIGINT NOT NULL,
    retired_at BIGINT,
    PRIMARY KEY (id, version)
);

CREATE TABLE request (
    id UUID NOT NULL PRIMARY KEY,
    client_id TEXT NOT NULL REFERENCES client (id),
    reference TEXT NOT NULL,
    purpose TEXT NOT NULL,
    purpose_version BIGINT NOT NULL,
    key_wrapped BYTEA,
    sealed BYTEA,
    nino_index BYTEA,
    person_id UUID REFERENCES person (id),
    matched_at BIGINT,
    not_me_at BIGINT,
    submitted_at BIGINT NOT NULL,
    respond_by TEXT NOT NULL,
    closed_at BIGINT,
    close_reason TEXT,
    answer_complete_at BIGINT,
    replaces UUID REFERENCES request (id),
    follows UUID REFERENCES request (id),
    version BIGINT NOT NULL DEFAULT 0,
    UNIQUE (client_id, reference),
    FOREIGN KEY (purpose, purpose_version) REFERENCES purpose (id, version)
);
CREATE INDEX request_by_person ON request (person_id, submitted_at);
CREATE INDEX request_by_nino ON request (nino_index) WHERE person_id IS NULL;

CREATE TABLE said (
    request_id UUID NOT NULL REFERENCES request (id),
    seq BIGINT NOT NULL,
    at BIGINT NOT NULL,
    kind TEXT NOT NULL,
    sealed BYTEA NOT NULL,
    PRIMARY KEY (request_id, seq)
);

CREATE TABLE draft (
    person_id UUID NOT NULL REFERENCES person (id),
    request_id UUID NOT NULL REFERENCES request (id),
    sealed BYTEA NOT NULL,
    saved_at BIGINT NOT NULL,
    PRIMARY KEY (person_id, request_id)
);

CREATE TABLE preview (
    id UUID NOT NULL PRIMARY KEY,
    person_id UUID NOT NULL REFERENCES person (id),
    request_id UUID NOT NULL REFERENCES request (id),
    digest BYTEA NOT NULL,
    key_wrapped BYTEA NOT NULL,
    sealed BYTEA NOT NULL,
    contents_sealed BYTEA NOT NULL,
    decision_sealed BYTEA NOT NULL,
    made_at BIGINT NOT NULL,
    expires_at BIGINT NOT NULL
);
CREATE INDEX preview_by_request ON preview (request_id, made_at);
CREATE INDEX preview_by_end ON preview (expires_at);

CREATE TABLE package (
    request_id UUID NOT NULL REFERENCES request (id),
    decision_version BIGINT NOT NULL,
    digest BYTEA NOT NULL,
    size BIGINT NOT NULL,
    key_wrapped BYTEA,
    sealed BYTEA,
    contents_sealed BYTEA,
    PRIMARY KEY (request_id, decision_version)
);

CREATE TABLE collection (
    id UUID NOT NULL PRIMARY KEY,
    request_id UUID NOT NULL REFERENCES request (id),
    decision_version BIGINT NOT NULL,
    digest BYTEA NOT NULL,
    size BIGINT NOT NULL,
    at BIGINT NOT NULL,
    erasure_asked_at BIGINT
);
CREATE INDEX collection_by_request ON collection (request_id, at);

CREATE TABLE collection_answer (
    collection_id UUID NOT NULL REFERENCES collection (id),
    kind TEXT NOT NULL CHECK (kind IN ('erased', 'kept', 'sufficient', 'insufficient')),
    sealed BYTEA NOT NULL,
    at BIGINT NOT NULL
);
CREATE INDEX collection_answer_by_collection ON collection_answer (collection_id, at);

CREATE TABLE receipt (
    id UUID NOT NULL PRIMARY KEY,
    person_id UUID NOT NULL REFERENCES person (id),
    request_id UUID NOT NULL REFERENCES request (id),
    kind TEXT NOT NULL,
    at BIGINT NOT NULL,
    digest BYTEA NOT NULL,
    sealed BYTEA NOT NULL,
    html_sealed BYTEA NOT NULL
);
CREATE INDEX receipt_by_person ON receipt (person_id, at);
CREATE INDEX receipt_by_request ON receipt (request_id, at);

-- The size of the log; its one row is what appending transactions queue at.
CREATE TABLE log_head (
    one BIGINT NOT NULL PRIMARY KEY CHECK (one = 1),
    size BIGINT NOT NULL
);
INSERT INTO log_head (one, size) VALUES (1, 0);

CREATE TABLE leaf (
    seq BIGINT NOT NULL PRIMARY KEY,
    hash BYTEA NOT NULL,
    at BIGINT NOT NULL
);

CREATE TABLE event (
    seq BIGINT NOT NULL PRIMARY KEY REFERENCES leaf (seq),
    person_id UUID REFERENCES person (id),
    request_id UUID REFERENCES request (id),
    kind TEXT NOT NULL,
    at BIGINT NOT NULL,
    sealed BYTEA NOT NULL
);
CREATE INDEX event_by_person ON event (person_id, seq);
CREATE INDEX event_by_request ON event (request_id, seq);

-- What only grows. A row about somebody may go when that person is erased, and only then.

CREATE FUNCTION only_grows() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION '% only grows', TG_TABLE_NAME;
END
$$;

-- Its one argument asks, with the old row as $1, whether the row may go.
CREATE FUNCTION is_kept() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    may_go BOOLEAN;
BEGIN
    EXECUTE 'SELECT EXISTS (' || TG_ARGV[0] || ')' INTO may_go USING OLD;
    IF may_go THEN
        RETURN OLD;
    END IF;
    RAISE EXCEPTION '% only grows', TG_TABLE_NAME;
END
$$;

CREATE TRIGGER leaf_is_not_emptied BEFORE TRUNCATE ON leaf
    EXECUTE FUNCTION only_grows();
CREATE TRIGGER log_head_is_not_emptied BEFORE TRUNCATE ON log_head
    EXECUTE FUNCTION only_grows();
CREATE TRIGGER event_is_not_emptied BEFORE TRUNCATE ON event
    EXECUTE FUNCTION only_grows();
CREATE TRIGGER said_is_not_emptied BEFORE TRUNCATE ON said
    EXECUTE FUNCTION only_grows();
CREATE TRIGGER receipt_is_not_emptied BEFORE TRUNCATE ON receipt
    EXECUTE FUNCTION only_grows();
CREATE TRIGGER source_permit_is_not_emptied BEFORE TRUNCATE ON source_permit
    EXECUTE FUNCTION only_grows();
CREATE TRIGGER collection_answer_is_not_emptied BEFORE TRUNCATE ON collection_answer
    EXECUTE FUNCTION only_grows();
CREATE TRIGGER collection_is_not_emptied BEFORE TRUNCATE ON collection
    EXECUTE FUNCTION only_grows();
CREATE TRIGGER purpose_is_not_emptied BEFORE TRUNCATE ON purpose
    EXECUTE FUNCTION only_grows();
CREATE TRIGGER person_is_not_emptied BEFORE TRUNCATE ON person
    EXECUTE FUNCTION only_grows();
CREATE TRIGGER request_is_not_emptied BEFORE TRUNCATE ON request
    EXECUTE FUNCTION only_grows();

CREATE TRIGGER leaf_stays BEFORE UPDATE ON leaf
    FOR EACH ROW EXECUTE FUNCTION only_grows();
CREATE TRIGGER event_stays BEFORE UPDATE ON event
    FOR EACH ROW EXECUTE FUNCTION only_grows();
CREATE TRIGGER said_stays BEFORE UPDATE ON said
    FOR EACH ROW EXECUTE FUNCTION only_grows();
CREATE TRIGGER receipt_stays BEFORE UPDATE ON receipt
    FOR EACH ROW EXECUTE FUNCTION only_grows();
CREATE TRIGGER source_permit_stays BEFORE UPDATE ON source_permit
    FOR EACH ROW EXECUTE FUNCTION only_grows();
CREATE TRIGGER collection_answer_stays BEFORE UPDATE ON collection_answer
    FOR EACH ROW EXECUTE FUNCTION only_grows();

CREATE TRIGGER log_head_goes_on BEFORE UPDATE ON log_head
    FOR EACH ROW WHEN (NEW.size <> OLD.size + 1) EXECUTE FUNCTION only_grows();
CREATE TRIGGER collection_stays BEFORE UPDATE ON collection
    FOR EACH ROW WHEN (
        NEW.id <> OLD.id OR NEW.request_id <> OLD.request_id
        OR NEW.decision_version <> OLD.decision_version OR NEW.digest <> OLD.digest
        OR NEW.size <> OLD.size OR NEW.at <> OLD.at OR OLD.erasure_asked_at IS NOT NULL
    ) EXECUTE FUNCTION only_grows();
CREATE TRIGGER purpose_stays BEFORE UPDATE ON purpose
    FOR EACH ROW WHEN (
        NEW.id <> OLD.id OR NEW.version <> OLD.version OR NEW.body <> OLD.body
        OR NEW.imported_at <> OLD.imported_at OR OLD.retired_at IS NOT NULL
    ) EXECUTE FUNCTION only_grows();
CREATE TRIGGER erased_stays_erased BEFORE UPDATE ON person
    FOR EACH ROW WHEN (OLD.erased_at IS NOT NULL) EXECUTE FUNCTION only_grows();

CREATE TRIGGER leaf_is_kept BEFORE DELETE ON leaf
    FOR EACH ROW EXECUTE FUNCTION only_grows();
CREATE TRIGGER log_head_is_kept BEFORE DELETE ON log_head
    FOR EACH ROW EXECUTE FUNCTION only_grows();
CREATE TRIGGER collection_is_kept BEFORE DELETE ON collection
    FOR EACH ROW EXECUTE FUNCTION only_grows();
CREATE TRIGGER purpose_is_kept BEFORE DELETE ON purpose
    FOR EACH ROW EXECUTE FUNCTION only_grows();
CREATE TRIGGER person_is_kept BEFORE DELETE ON person
    FOR EACH ROW EXECUTE FUNCTION only_grows();
CREATE TRIGGER request_is_kept BEFORE DELETE ON request
    FOR EACH ROW EXECUTE FUNCTION only_grows();

CREATE TRIGGER event_is_kept BEFORE DELETE ON event
    FOR EACH ROW EXECUTE FUNCTION is_kept(
        'SELECT 1 FROM person p LEFT JOIN request r ON r.person_id = p.id AND r.id = $1.request_id WHERE (p.id = $1.person_id OR ($1.person_id IS NULL AND r.id IS NOT NULL)) AND p.erased_at IS NOT NULL'
    );
CREATE TRIGGER receipt_is_kept BEFORE DELETE ON receipt
    FOR EACH ROW EXECUTE FUNCTION is_kept(
        'SELECT 1 FROM person p WHERE p.id = $1.person_id AND p.erased_at IS NOT NULL'
    );
CREATE TRIGGER source_permit_is_kept BEFORE DELETE ON source_permit
    FOR EACH ROW EXECUTE FUNCTION is_kept(
        'SELECT 1 FROM person p WHERE p.id = $1.person_id AND p.erased_at IS NOT NULL'
    );
CREATE TRIGGER said_is_kept BEFORE DELETE ON said
    FOR EACH ROW EXECUTE FUNCTION is_kept(
        'SELECT 1 FROM request r JOIN person p ON p.id = r.person_id WHERE r.id = $1.request_id AND p.erased_at IS NOT NULL'
    );
CREATE TRIGGER collection_answer_is_kept BEFORE DELETE ON collection_answer
    FOR EACH ROW EXECUTE FUNCTION is_kept(
        'SELECT 1 FROM collection c JOIN request r ON r.id = c.request_id JOIN person p ON p.id = r.person_id WHERE c.id = $1.collection_id AND p.erased_at IS NOT NULL'
    );
