-- What people say themselves about a request: their own words, a helper's, a professional's answers, and
-- entries that they marked as wrong. All of it sealed under the key of the person it is about; of a link
-- only a keyed hash. The folder for SQLite has the same names and the same tables.

-- One row for all that somebody wrote about a request, drafts and finished words alike.
CREATE TABLE words (
    person_id UUID NOT NULL REFERENCES person (id),
    request_id UUID NOT NULL REFERENCES request (id),
    sealed BYTEA NOT NULL,
    saved_at BIGINT NOT NULL,
    PRIMARY KEY (person_id, request_id)
);

-- A link for one helper, for one request, used once.
CREATE TABLE helper_invitation (
    id UUID NOT NULL PRIMARY KEY,
    person_id UUID NOT NULL REFERENCES person (id),
    request_id UUID NOT NULL REFERENCES request (id),
    token_hash BYTEA NOT NULL UNIQUE,
    sealed BYTEA NOT NULL,
    made_at BIGINT NOT NULL,
    expires_at BIGINT NOT NULL
);
CREATE INDEX helper_invitation_by_request ON helper_invitation (person_id, request_id);
CREATE INDEX helper_invitation_by_end ON helper_invitation (expires_at);

CREATE TABLE helper_words (
    id UUID NOT NULL PRIMARY KEY,
    person_id UUID NOT NULL REFERENCES person (id),
    request_id UUID NOT NULL REFERENCES request (id),
    sealed BYTEA NOT NULL,
    sent_at BIGINT NOT NULL
);
CREATE INDEX helper_words_by_request ON helper_words (person_id, request_id);

CREATE TABLE professional_answer (
    id UUID NOT NULL PRIMARY KEY,
    person_id UUID NOT NULL REFERENCES person (id),
    request_id UUID NOT NULL REFERENCES request (id),
    sealed BYTEA NOT NULL,
    imported_at BIGINT NOT NULL
);
CREATE INDEX professional_answer_by_request ON professional_answer (person_id, request_id);

CREATE TABLE marked_entry (
    id UUID NOT NULL PRIMARY KEY,
    person_id UUID NOT NULL REFERENCES person (id),
    request_id UUID NOT NULL REFERENCES request (id),
    sealed BYTEA NOT NULL,
    marked_at BIGINT NOT NULL
);
CREATE INDEX marked_entry_by_request ON marked_entry (person_id, request_id);
