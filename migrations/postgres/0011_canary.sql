-- The canary: somebody who does not exist, who refused everything, and is asked for all the time; and what stops every
-- release. Also what a restored store needs. The folder for SQLite has the same names and the same tables.

-- Who stands for nobody: in no list of people, in no figure, and found for no request but the canary's own.
CREATE TABLE canary_person (
    person_id UUID NOT NULL PRIMARY KEY REFERENCES person (id),
    made_at BIGINT NOT NULL
);

-- Whose turn it is, what they refused, and a request of the same client that is about nobody. The newest row counts.
CREATE TABLE canary (
    request_id UUID NOT NULL PRIMARY KEY REFERENCES request (id),
    stranger_id UUID NOT NULL REFERENCES request (id),
    person_id UUID NOT NULL REFERENCES canary_person (person_id),
    made_at BIGINT NOT NULL
);

-- When it was asked for last by any process, how often, and since when that is counted.
CREATE TABLE canary_look (
    one BIGINT NOT NULL PRIMARY KEY CHECK (one = 1),
    last_at BIGINT NOT NULL,
    times BIGINT NOT NULL,
    since BIGINT NOT NULL
);

-- While one of these is not cleared, nothing is released.
CREATE TABLE canary_trip (
    id UUID NOT NULL PRIMARY KEY,
    at BIGINT NOT NULL,
    what TEXT NOT NULL,
    cleared_at BIGINT,
    reason TEXT
);

CREATE TRIGGER canary_trip_is_not_emptied BEFORE TRUNCATE ON canary_trip
    EXECUTE FUNCTION only_grows();
CREATE TRIGGER canary_trip_is_kept BEFORE DELETE ON canary_trip
    FOR EACH ROW EXECUTE FUNCTION only_grows();
CREATE TRIGGER canary_trip_stays BEFORE UPDATE ON canary_trip
    FOR EACH ROW WHEN (
        OLD.cleared_at IS NOT NULL OR NEW.id <> OLD.id OR NEW.at <> OLD.at OR NEW.what <> OLD.what
        OR NEW.cleared_at IS NULL OR NEW.reason IS NULL
    ) EXECUTE FUNCTION only_grows();

-- After a restore that lost what was published, the log goes on under another origin. None is epoch 0.
CREATE TABLE log_epoch (
    epoch BIGINT NOT NULL PRIMARY KEY CHECK (epoch > 0),
    from_size BIGINT NOT NULL,
    at BIGINT NOT NULL,
    reason TEXT NOT NULL
);
CREATE FUNCTION log_epoch_goes_on() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NEW.epoch <= COALESCE((SELECT MAX(epoch) FROM log_epoch), 0) THEN
        RAISE EXCEPTION '% only grows', TG_TABLE_NAME;
    END IF;
    RETURN NEW;
END
$$;
CREATE TRIGGER log_epoch_goes_on BEFORE INSERT ON log_epoch
    FOR EACH ROW EXECUTE FUNCTION log_epoch_goes_on();
CREATE TRIGGER log_epoch_is_not_emptied BEFORE TRUNCATE ON log_epoch
    EXECUTE FUNCTION only_grows();
CREATE TRIGGER log_epoch_stays BEFORE UPDATE ON log_epoch
    FOR EACH ROW EXECUTE FUNCTION only_grows();
CREATE TRIGGER log_epoch_is_kept BEFORE DELETE ON log_epoch
    FOR EACH ROW EXECUTE FUNCTION only_grows();

-- An empty log may take the size of the leaves that were put back, once.
DROP TRIGGER log_head_goes_on ON log_head;
CREATE FUNCTION log_head_goes_on() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF OLD.size <> 0 OR NEW.size <> (SELECT COUNT(*) FROM leaf) THEN
        RAISE EXCEPTION '% only grows', TG_TABLE_NAME;
    END IF;
    RETURN NEW;
END
$$;
CREATE TRIGGER log_head_goes_on BEFORE UPDATE ON log_head
    FOR EACH ROW WHEN (NEW.size <> OLD.size + 1) EXECUTE FUNCTION log_head_goes_on();

-- Rows that are put back may name rows that come after them: judged when the transaction ends, where it says so.
ALTER TABLE request ALTER CONSTRAINT request_replaces_fkey DEFERRABLE INITIALLY IMMEDIATE;
ALTER TABLE request ALTER CONSTRAINT request_follows_fkey DEFERRABLE INITIALLY IMMEDIATE;
