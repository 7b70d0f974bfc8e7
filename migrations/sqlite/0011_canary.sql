-- The canary: somebody who does not exist, who refused everything, and is asked for all the time; and what stops every
-- release. Also what a restored store needs. The folder for PostgreSQL has the same names and the same tables.

-- Who stands for nobody: in no list of people, in no figure, and found for no request but the canary's own.
CREATE TABLE canary_person (
    person_id BLOB NOT NULL PRIMARY KEY REFERENCES person (id),
    made_at INTEGER NOT NULL
) STRICT;

-- Whose turn it is, what they refused, and a request of the same client that is about nobody. The newest row counts.
CREATE TABLE canary (
    request_id BLOB NOT NULL PRIMARY KEY REFERENCES request (id),
    stranger_id BLOB NOT NULL REFERENCES request (id),
    person_id BLOB NOT NULL REFERENCES canary_person (person_id),
    made_at INTEGER NOT NULL
) STRICT;

-- When it was asked for last by any process, how often, and since when that is counted.
CREATE TABLE canary_look (
    one INTEGER NOT NULL PRIMARY KEY CHECK (one = 1),
    last_at INTEGER NOT NULL,
    times INTEGER NOT NULL,
    since INTEGER NOT NULL
) STRICT;

-- While one of these is not cleared, nothing is released.
CREATE TABLE canary_trip (
    id BLOB NOT NULL PRIMARY KEY,
    at INTEGER NOT NULL,
    what TEXT NOT NULL,
    cleared_at INTEGER,
    reason TEXT
) STRICT;

CREATE TRIGGER canary_trip_is_kept BEFORE DELETE ON canary_trip
BEGIN SELECT RAISE(ABORT, 'canary_trip only grows'); END;
CREATE TRIGGER canary_trip_stays BEFORE UPDATE ON canary_trip
WHEN OLD.cleared_at IS NOT NULL OR NEW.id <> OLD.id OR NEW.at <> OLD.at OR NEW.what <> OLD.what
    OR NEW.cleared_at IS NULL OR NEW.reason IS NULL
BEGIN SELECT RAISE(ABORT, 'canary_trip only grows'); END;

-- After a restore that lost what was published, the log goes on under another origin. None is epoch 0.
CREATE TABLE log_epoch (
    epoch INTEGER NOT NULL PRIMARY KEY CHECK (epoch > 0),
    from_size INTEGER NOT NULL,
    at INTEGER NOT NULL,
    reason TEXT NOT NULL
) STRICT;
CREATE TRIGGER log_epoch_goes_on BEFORE INSERT ON log_epoch
WHEN NEW.epoch <= COALESCE((SELECT MAX(epoch) FROM log_epoch), 0)
BEGIN SELECT RAISE(ABORT, 'log_epoch only grows'); END;
CREATE TRIGGER log_epoch_stays BEFORE UPDATE ON log_epoch
BEGIN SELECT RAISE(ABORT, 'log_epoch only grows'); END;
CREATE TRIGGER log_epoch_is_kept BEFORE DELETE ON log_epoch
BEGIN SELECT RAISE(ABORT, 'log_epoch only grows'); END;

-- An empty log may take the size of the leaves that were put back, once.
DROP TRIGGER log_head_goes_on;
CREATE TRIGGER log_head_goes_on BEFORE UPDATE ON log_head
WHEN NEW.size <> OLD.size + 1 AND NOT (OLD.size = 0 AND NEW.size = (SELECT COUNT(*) FROM leaf))
BEGIN SELECT RAISE(ABORT, 'log_head only grows, by one'); END;
