-- What was published of the log: signed checkpoints, the roots of full tiles, and what witnesses signed.
-- All of it only grows. The folder for SQLite has the same names and the same tables.

CREATE TABLE checkpoint (
    size BIGINT NOT NULL PRIMARY KEY CHECK (size > 0),
    root BYTEA NOT NULL,
    at BIGINT NOT NULL,
    note TEXT NOT NULL
);

-- The root of the n-th full tile of 256 hashes at this level: a hash of the level above.
CREATE TABLE tile_root (
    level BIGINT NOT NULL,
    n BIGINT NOT NULL,
    hash BYTEA NOT NULL,
    PRIMARY KEY (level, n)
);

CREATE TABLE cosignature (
    size BIGINT NOT NULL REFERENCES checkpoint (size),
    witness TEXT NOT NULL,
    at BIGINT NOT NULL,
    line TEXT NOT NULL,
    PRIMARY KEY (size, witness)
);

CREATE FUNCTION checkpoint_goes_on() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NEW.size <= (SELECT MAX(size) FROM checkpoint) OR NEW.size > (SELECT size FROM log_head) THEN
        RAISE EXCEPTION '% only grows', TG_TABLE_NAME;
    END IF;
    RETURN NEW;
END
$$;
CREATE TRIGGER checkpoint_goes_on BEFORE INSERT ON checkpoint
    FOR EACH ROW EXECUTE FUNCTION checkpoint_goes_on();

CREATE TRIGGER checkpoint_is_not_emptied BEFORE TRUNCATE ON checkpoint
    EXECUTE FUNCTION only_grows();
CREATE TRIGGER tile_root_is_not_emptied BEFORE TRUNCATE ON tile_root
    EXECUTE FUNCTION only_grows();
CREATE TRIGGER cosignature_is_not_emptied BEFORE TRUNCATE ON cosignature
    EXECUTE FUNCTION only_grows();

CREATE TRIGGER checkpoint_stays BEFORE UPDATE ON checkpoint
    FOR EACH ROW EXECUTE FUNCTION only_grows();
CREATE TRIGGER tile_root_stays BEFORE UPDATE ON tile_root
    FOR EACH ROW EXECUTE FUNCTION only_grows();
CREATE TRIGGER cosignature_stays BEFORE UPDATE ON cosignature
    FOR EACH ROW EXECUTE FUNCTION only_grows();

CREATE TRIGGER checkpoint_is_kept BEFORE DELETE ON checkpoint
    FOR EACH ROW EXECUTE FUNCTION only_grows();
CREATE TRIGGER tile_root_is_kept BEFORE DELETE ON tile_root
    FOR EACH ROW EXECUTE FUNCTION only_grows();
CREATE TRIGGER cosignature_is_kept BEFORE DELETE ON cosignature
    FOR EACH ROW EXECUTE FUNCTION only_grows();
