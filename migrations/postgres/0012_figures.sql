-- The public figures. A month is published once and stays as it was published: otherwise two publications could be
-- compared, and the difference be one person. Only what may be shown is here. The folder for SQLite has the same
-- names and the same tables.

CREATE TABLE figure_month (
    month TEXT NOT NULL PRIMARY KEY,
    rules BIGINT NOT NULL,
    published_at BIGINT NOT NULL
);

-- Of one purpose, or of all together where it is empty.
CREATE TABLE figure (
    month TEXT NOT NULL REFERENCES figure_month (month),
    purpose TEXT NOT NULL,
    measure TEXT NOT NULL,
    value BIGINT NOT NULL,
    PRIMARY KEY (month, purpose, measure)
);

-- What people did who were erased before the month was published: how often, and nothing about whom.
CREATE TABLE figure_left (
    month TEXT NOT NULL,
    purpose TEXT NOT NULL,
    what TEXT NOT NULL,
    times BIGINT NOT NULL CHECK (times > 0),
    PRIMARY KEY (month, purpose, what)
);

CREATE TRIGGER figure_month_stays BEFORE UPDATE ON figure_month
    FOR EACH ROW EXECUTE FUNCTION only_grows();
CREATE TRIGGER figure_month_is_kept BEFORE DELETE ON figure_month
    FOR EACH ROW EXECUTE FUNCTION only_grows();
CREATE TRIGGER figure_month_is_not_emptied BEFORE TRUNCATE ON figure_month
    EXECUTE FUNCTION only_grows();
CREATE TRIGGER figure_stays BEFORE UPDATE ON figure
    FOR EACH ROW EXECUTE FUNCTION only_grows();
CREATE TRIGGER figure_is_kept BEFORE DELETE ON figure
    FOR EACH ROW EXECUTE FUNCTION only_grows();
CREATE TRIGGER figure_is_not_emptied BEFORE TRUNCATE ON figure
    EXECUTE FUNCTION only_grows();
