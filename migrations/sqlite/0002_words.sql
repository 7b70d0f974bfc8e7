-- What people say themselves about a request: their own words, a helper's, a professional's answers, and
-- entries that they marked as wrong. All of it sealed under the key of the person it is about; of a link
-- only a keyed hash. The folder for PostgreSQL has the same names and the same tables.

-- One row for all that somebody wrote about a request, drafts and finished words alike.
CREATE TABLE words (
    person_id BLOB NOT NULL REFERENCES person (id),
    request_id BLOB NOT NULL REFERENCES request (id),
    sealed BLOB NOT NULL,
    saved_at INTEGER NOT NULL,
    PRIMARY KEY (person_id, request_id)
) STRICT;

-- A link for one helper, for one request, used once.
CREATE TABLE helper_invitation (
    id BLOB NOT NULL PRIMARY KEY,
    person_id BLOB NOT NULL REFERENCES person (id),
    request_id BLOB NOT NULL REFERENCES request (id),
    token_hash BLOB NOT NULL UNIQUE,
    sealed BLOB NOT NULL,
    made_at INTEGER NOT NULL,
    expires_at INTEGER NOT NULL
) STRICT;
CREATE INDEX helper_invitation_by_request ON helper_invitation (person_id, request_id);
CREATE INDEX helper_invitation_by_end ON helper_invitation (expires_at);

CREATE TABLE helper_words (
    id BLOB NOT NULL PRIMARY KEY,
    person_id BLOB NOT NULL REFERENCES person (id),
    request_id BLOB NOT NULL REFERENCES request (id),
    sealed BLOB NOT NULL,
    sent_at INTEGER NOT NULL
) STRICT;
CREATE INDEX helper_words_by_request ON helper_words (person_id, request_id);

CREATE TABLE professional_answer (
    id BLOB NOT NULL PRIMARY KEY,
    person_id BLOB NOT NULL REFERENCES person (id),
    request_id BLOB NOT NULL REFERENCES request (id),
    sealed BLOB NOT NULL,
    imported_at INTEGER NOT NULL
) STRICT;
CREATE INDEX professional_answer_by_request ON professional_answer (person_id, request_id);

CREATE TABLE marked_entry (
    id BLOB NOT NULL PRIMARY KEY,
    person_id BLOB NOT NULL REFERENCES person (id),
    request_id BLOB NOT NULL REFERENCES request (id),
    sealed BLOB NOT NULL,
    marked_at INTEGER NOT NULL
) STRICT;
CREATE INDEX marked_entry_by_request ON marked_entry (person_id, request_id);
