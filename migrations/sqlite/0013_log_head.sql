-- The log's size grows by the leaves that came, one or several: never without them, never past a gap. The folder for
-- PostgreSQL has the same names and the same rule.

DROP TRIGGER log_head_goes_on;
CREATE TRIGGER log_head_goes_on BEFORE UPDATE ON log_head
WHEN NEW.size <= OLD.size
    OR NEW.size <> COALESCE((SELECT MAX(seq) + 1 FROM leaf), 0)
    OR NEW.size - OLD.size <> (SELECT COUNT(*) FROM leaf WHERE seq >= OLD.size)
BEGIN SELECT RAISE(ABORT, 'log_head only grows, with its leaves'); END;
