-- Everything that the portal keeps. Times are microseconds since 1970 in UTC. What is personal is
-- sealed: under a key per person, per request, or per package. The folder for PostgreSQL has the
-- same names and the same tables.

CREATE TABLE person (
    id BLOB NOT NULL PRIMARY KEY,
    added_at INTEGER NOT NULL,
    key_wrapped BLOB,
    sealed BLOB,
    nino_index BLOB,
    nhs_index BLOB,
    died_at INTEGER,
    erased_at INTEGER
) STRICT;
CREATE INDEX person_by_nino ON person (nino_index);
CREATE UNIQUE INDEX person_by_nhs_number ON person (nhs_index) WHERE nhs_index IS NOT NULL;

CREATE TABLE activation (
    id BLOB NOT NULL PRIMARY KEY,
    person_id BLOB NOT NULL REFERENCES person (id),
    code_hash BLOB NOT NULL UNIQUE,
    issued_at INTEGER NOT NULL,
    expires_at INTEGER NOT NULL,
    used_at INTEGER,
    replaced_at INTEGER
) STRICT;
CREATE INDEX activation_by_person ON activation (person_id);

CREATE TABLE account (
    person_id BLOB NOT NULL PRIMARY KEY REFERENCES person (id),
    email_index BLOB NOT NULL UNIQUE,
    sealed BLOB NOT NULL,
    password_hash TEXT NOT NULL,
    activated_at INTEGER NOT NULL,
    password_changed_at INTEGER NOT NULL
) STRICT;

CREATE TABLE attempt (
    bucket BLOB NOT NULL,
    at INTEGER NOT NULL
) STRICT;
CREATE INDEX attempt_by_bucket ON attempt (bucket, at);

CREATE TABLE session (
    id BLOB NOT NULL PRIMARY KEY,
    person_id BLOB REFERENCES person (id),
    sealed BLOB NOT NULL,
    created_at INTEGER NOT NULL,
    seen_at INTEGER NOT NULL,
    expires_at INTEGER NOT NULL
) STRICT;
CREATE INDEX session_by_person ON session (person_id);
CREATE INDEX session_by_end ON session (expires_at);

CREATE TABLE record (
    id BLOB NOT NULL PRIMARY KEY,
    nhs_index BLOB NOT NULL UNIQUE,
    source TEXT NOT NULL,
    key_wrapped BLOB NOT NULL,
    sealed BLOB NOT NULL,
    digest BLOB NOT NULL,
    imported_at INTEGER NOT NULL
) STRICT;

CREATE TABLE source_permit (
    person_id BLOB NOT NULL REFERENCES person (id),
    source TEXT NOT NULL,
    seq INTEGER NOT NULL,
    action TEXT NOT NULL CHECK (action IN ('permit', 'stop')),
    at INTEGER NOT NULL,
    PRIMARY KEY (person_id, source, seq)
) STRICT;

CREATE TABLE client (
    id TEXT NOT NULL PRIMARY KEY,
    organisation TEXT NOT NULL,
    team TEXT NOT NULL,
    jwks TEXT NOT NULL,
    scopes TEXT NOT NULL,
    purposes TEXT NOT NULL,
    added_at INTEGER NOT NULL,
    disabled_at INTEGER,
    disabled_generation INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE TABLE assertion_seen (
    client_id TEXT NOT NULL REFERENCES client (id),
    jti_hash BLOB NOT NULL,
    expires_at INTEGER NOT NULL,
    PRIMARY KEY (client_id, jti_hash)
) STRICT;
CREATE INDEX assertion_seen_by_end ON assertion_seen (expires_at);

CREATE TABLE access_token (
    hash BLOB NOT NULL PRIMARY KEY,
    client_id TEXT NOT NULL REFERENCES client (id),
    scopes TEXT NOT NULL,
    issued_at INTEGER NOT NULL,
    expires_at INTEGER NOT NULL
) STRICT;
CREATE INDEX access_token_by_end ON access_token (expires_at);

CREATE TABLE purpose (
    id TEXT NOT NULL,
    version INTEGER NOT NULL,
    body TEXT NOT NULL,
    imported_at INTEGER NOT NULL,
    retired_at INTEGER,
    PRIMARY KEY (id, version)
) STRICT;

CREATE TABLE request (
    id BLOB NOT NULL PRIMARY KEY,
    client_id TEXT NOT NULL REFERENCES client (id),
    reference TEXT NOT NULL,
    purpose TEXT NOT NULL,
    purpose_version INTEGER NOT NULL,
    key_wrapped BLOB,
    sealed BLOB,
    nino_index BLOB,
    person_id BLOB REFERENCES person (id),
    matched_at INTEGER,
    not_me_at INTEGER,
    submitted_at INTEGER NOT NULL,
    respond_by TEXT NOT NULL,
    closed_at INTEGER,
    close_reason TEXT,
    answer_complete_at INTEGER,
    replaces BLOB REFERENCES request (id),
    follows BLOB REFERENCES request (id),
    version INTEGER NOT NULL DEFAULT 0,
    UNIQUE (client_id, reference),
    FOREIGN KEY (purpose, purpose_version) REFERENCES purpose (id, version)
) STRICT;
CREATE INDEX request_by_person ON request (person_id, submitted_at);
CREATE INDEX request_by_nino ON request (nino_index) WHERE person_id IS NULL;

CREATE TABLE said (
    request_id BLOB NOT NULL REFERENCES request (id),
    seq INTEGER NOT NULL,
    at INTEGER NOT NULL,
    kind TEXT NOT NULL,
    sealed BLOB NOT NULL,
    PRIMARY KEY (request_id, seq)
) STRICT;

CREATE TABLE draft (
    person_id BLOB NOT NULL REFERENCES person (id),
    request_id BLOB NOT NULL REFERENCES request (id),
    sealed BLOB NOT NULL,
    saved_at INTEGER NOT NULL,
    PRIMARY KEY (person_id, request_id)
) STRICT;

CREATE TABLE preview (
    id BLOB NOT NULL PRIMARY KEY,
    person_id BLOB NOT NULL REFERENCES person (id),
    request_id BLOB NOT NULL REFERENCES request (id),
    digest BLOB NOT NULL,
    key_wrapped BLOB NOT NULL,
    sealed BLOB NOT NULL,
    contents_sealed BLOB NOT NULL,
    decision_sealed BLOB NOT NULL,
    made_at INTEGER NOT NULL,
    expires_at INTEGER NOT NULL
) STRICT;
CREATE INDEX preview_by_request ON preview (request_id, made_at);
CREATE INDEX preview_by_end ON preview (expires_at);

CREATE TABLE package (
    request_id BLOB NOT NULL REFERENCES request (id),
    decision_version INTEGER NOT NULL,
    digest BLOB NOT NULL,
    size INTEGER NOT NULL,
    key_wrapped BLOB,
    sealed BLOB,
    contents_sealed BLOB,
    PRIMARY KEY (request_id, decision_version)
) STRICT;

CREATE TABLE collection (
    id BLOB NOT NULL PRIMARY KEY,
    request_id BLOB NOT NULL REFERENCES request (id),
    decision_version INTEGER NOT NULL,
    digest BLOB NOT NULL,
    size INTEGER NOT NULL,
    at INTEGER NOT NULL,
    erasure_asked_at INTEGER
) STRICT;
CREATE INDEX collection_by_request ON collection (request_id, at);

CREATE TABLE collection_answer (
    collection_id BLOB NOT NULL REFERENCES collection (id),
    kind TEXT NOT NULL CHECK (kind IN ('erased', 'kept', 'sufficient', 'insufficient')),
    sealed BLOB NOT NULL,
    at INTEGER NOT NULL
) STRICT;
CREATE INDEX collection_answer_by_collection ON collection_answer (collection_id, at);

CREATE TABLE receipt (
    id BLOB NOT NULL PRIMARY KEY,
    person_id BLOB NOT NULL REFERENCES person (id),
    request_id BLOB NOT NULL REFERENCES request (id),
    kind TEXT NOT NULL,
    at INTEGER NOT NULL,
    digest BLOB NOT NULL,
    sealed BLOB NOT NULL,
    html_sealed BLOB NOT NULL
) STRICT;
CREATE INDEX receipt_by_person ON receipt (person_id, at);
CREATE INDEX receipt_by_request ON receipt (request_id, at);

-- The size of the log; its one row is what appending transactions queue at.
CREATE TABLE log_head (
    one INTEGER NOT NULL PRIMARY KEY CHECK (one = 1),
    size INTEGER NOT NULL
) STRICT;
INSERT INTO log_head (one, size) VALUES (1, 0);

CREATE TABLE leaf (
    seq INTEGER NOT NULL PRIMARY KEY,
    hash BLOB NOT NULL,
    at INTEGER NOT NULL
) STRICT;

CREATE TABLE event (
    seq INTEGER NOT NULL PRIMARY KEY REFERENCES leaf (seq),
    person_id BLOB REFERENCES person (id),
    request_id BLOB REFERENCES request (id),
    kind TEXT NOT NULL,
    at INTEGER NOT NULL,
    sealed BLOB NOT NULL
) STRICT;
CREATE INDEX event_by_person ON event (person_id, seq);
CREATE INDEX event_by_request ON event (request_id, seq);

-- What only grows. A row about somebody may go when that person is erased, and only then.

CREATE TRIGGER leaf_stays BEFORE UPDATE ON leaf
BEGIN SELECT RAISE(ABORT, 'leaf only grows'); END;
CREATE TRIGGER leaf_is_kept BEFORE DELETE ON leaf
BEGIN SELECT RAISE(ABORT, 'leaf only grows'); END;

CREATE TRIGGER log_head_goes_on BEFORE UPDATE ON log_head WHEN NEW.size <> OLD.size + 1
BEGIN SELECT RAISE(ABORT, 'log_head only grows, by one'); END;
CREATE TRIGGER log_head_is_kept BEFORE DELETE ON log_head
BEGIN SELECT RAISE(ABORT, 'log_head only grows, by one'); END;

CREATE TRIGGER event_stays BEFORE UPDATE ON event
BEGIN SELECT RAISE(ABORT, 'event only grows'); END;
CREATE TRIGGER event_is_kept BEFORE DELETE ON event
WHEN NOT EXISTS (SELECT 1 FROM person WHERE id = OLD.person_id AND erased_at IS NOT NULL)
AND NOT EXISTS (
    SELECT 1 FROM request r JOIN person p ON p.id = r.person_id
    WHERE OLD.person_id IS NULL AND r.id = OLD.request_id AND p.erased_at IS NOT NULL
)
BEGIN SELECT RAISE(ABORT, 'event only grows'); END;

CREATE TRIGGER said_stays BEFORE UPDATE ON said
BEGIN SELECT RAISE(ABORT, 'said only grows'); END;
CREATE TRIGGER said_is_kept BEFORE DELETE ON said
WHEN NOT EXISTS (
    SELECT 1 FROM request r JOIN person p ON p.id = r.person_id
    WHERE r.id = OLD.request_id AND p.erased_at IS NOT NULL
)
BEGIN SELECT RAISE(ABORT, 'said only grows'); END;

CREATE TRIGGER receipt_stays BEFORE UPDATE ON receipt
BEGIN SELECT RAISE(ABORT, 'receipt only grows'); END;
CREATE TRIGGER receipt_is_kept BEFORE DELETE ON receipt
WHEN NOT EXISTS (SELECT 1 FROM person WHERE id = OLD.person_id AND erased_at IS NOT NULL)
BEGIN SELECT RAISE(ABORT, 'receipt only grows'); END;

CREATE TRIGGER source_permit_stays BEFORE UPDATE ON source_permit
BEGIN SELECT RAISE(ABORT, 'source_permit only grows'); END;
CREATE TRIGGER source_permit_is_kept BEFORE DELETE ON source_permit
WHEN NOT EXISTS (SELECT 1 FROM person WHERE id = OLD.person_id AND erased_at IS NOT NULL)
BEGIN SELECT RAISE(ABORT, 'source_permit only grows'); END;

CREATE TRIGGER collection_answer_stays BEFORE UPDATE ON collection_answer
BEGIN SELECT RAISE(ABORT, 'collection_answer only grows'); END;
CREATE TRIGGER collection_answer_is_kept BEFORE DELETE ON collection_answer
WHEN NOT EXISTS (
    SELECT 1 FROM collection c JOIN request r ON r.id = c.request_id
    JOIN person p ON p.id = r.person_id
    WHERE c.id = OLD.collection_id AND p.erased_at IS NOT NULL
)
BEGIN SELECT RAISE(ABORT, 'collection_answer only grows'); END;

CREATE TRIGGER collection_is_kept BEFORE DELETE ON collection
BEGIN SELECT RAISE(ABORT, 'collection only grows'); END;
CREATE TRIGGER collection_stays BEFORE UPDATE ON collection
WHEN NEW.id <> OLD.id OR NEW.request_id <> OLD.request_id
    OR NEW.decision_version <> OLD.decision_version OR NEW.digest <> OLD.digest
    OR NEW.size <> OLD.size OR NEW.at <> OLD.at OR OLD.erasure_asked_at IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'collection only grows'); END;

CREATE TRIGGER purpose_stays BEFORE UPDATE ON purpose
WHEN NEW.id <> OLD.id OR NEW.version <> OLD.version OR NEW.body <> OLD.body
    OR NEW.imported_at <> OLD.imported_at OR OLD.retired_at IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'purpose only grows'); END;
CREATE TRIGGER purpose_is_kept BEFORE DELETE ON purpose
BEGIN SELECT RAISE(ABORT, 'purpose only grows'); END;

CREATE TRIGGER erased_stays_erased BEFORE UPDATE ON person WHEN OLD.erased_at IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'an erased person stays erased'); END;
CREATE TRIGGER person_is_kept BEFORE DELETE ON person
BEGIN SELECT RAISE(ABORT, 'person only grows'); END;
CREATE TRIGGER request_is_kept BEFORE DELETE ON request
BEGIN SELECT RAISE(ABORT, 'request only grows'); END;
