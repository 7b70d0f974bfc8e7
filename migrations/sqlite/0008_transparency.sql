-- What was published of the log: signed checkpoints, the roots of full tiles, and what witnesses signed.
-- All of it only grows. The folder for PostgreSQL has the same names and the same tables.

CREATE TABLE checkpoint (
    size INTEGER NOT NULL PRIMARY KEY CHECK (size > 0),
    root BLOB NOT NULL,
    at INTEGER NOT NULL,
    note TEXT NOT NULL
) STRICT;

-- The root of the n-th full tile of 256 hashes at this level: a hash of the level above.
CREATE TABLE tile_root (
    level INTEGER NOT NULL,
    n INTEGER NOT NULL,
    hash BLOB NOT NULL,
    PRIMARY KEY (level, n)
) STRICT;

CREATE TABLE cosignature (
    size INTEGER NOT NULL REFERENCES checkpoint (size),
    witness TEXT NOT NULL,
    at INTEGER NOT NULL,
    line TEXT NOT NULL,
    PRIMARY KEY (size, witness)
) STRICT;

CREATE TRIGGER checkpoint_goes_on BEFORE INSERT ON checkpoint
WHEN NEW.size <= (SELECT MAX(size) FROM checkpoint) OR NEW.size > (SELECT size FROM log_head)
BEGIN SELECT RAISE(ABORT, 'checkpoint only grows'); END;
CREATE TRIGGER checkpoint_stays BEFORE UPDATE ON checkpoint
BEGIN SELECT RAISE(ABORT, 'checkpoint only grows'); END;
CREATE TRIGGER checkpoint_is_kept BEFORE DELETE ON checkpoint
BEGIN SELECT RAISE(ABORT, 'checkpoint only grows'); END;

CREATE TRIGGER tile_root_stays BEFORE UPDATE ON tile_root
BEGIN SELECT RAISE(ABORT, 'tile_root only grows'); END;
CREATE TRIGGER tile_root_is_kept BEFORE DELETE ON tile_root
BEGIN SELECT RAISE(ABORT, 'tile_root only grows'); END;

CREATE TRIGGER cosignature_stays BEFORE UPDATE ON cosignature
BEGIN SELECT RAISE(ABORT, 'cosignature only grows'); END;
CREATE TRIGGER cosignature_is_kept BEFORE DELETE ON cosignature
BEGIN SELECT RAISE(ABORT, 'cosignature only grows'); END;
