-- The log's size grows by the leaves that came, one or several: never without them, never past a gap. The folder for
-- SQLite has the same names and the same rule.

DROP TRIGGER log_head_goes_on ON log_head;
CREATE OR REPLACE FUNCTION log_head_goes_on() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NEW.size <= OLD.size
        OR NEW.size <> COALESCE((SELECT MAX(seq) + 1 FROM leaf), 0)
        OR NEW.size - OLD.size <> (SELECT COUNT(*) FROM leaf WHERE seq >= OLD.size)
    THEN
        RAISE EXCEPTION '% only grows', TG_TABLE_NAME;
    END IF;
    RETURN NEW;
END
$$;
CREATE TRIGGER log_head_goes_on BEFORE UPDATE ON log_head
    FOR EACH ROW EXECUTE FUNCTION log_head_goes_on();
