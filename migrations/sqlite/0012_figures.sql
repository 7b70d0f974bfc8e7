-- The public figures. A month is published once and stays as it was published: otherwise two publications could be
-- compared, and the difference be one person. Only what may be shown is here. The folder for PostgreSQL has the same
-- names and the same tables.

CREATE TABLE figure_month (
    month TEXT NOT NULL PRIMARY KEY,
    rules INTEGER NOT NULL,
    published_at INTEGER NOT NULL
) STRICT;

-- Of one purpose, or of all together where it is empty.
CREATE TABLE figure (
    month TEXT NOT NULL REFERENCES figure_month (month),
    purpose TEXT NOT NULL,
    measure TEXT NOT NULL,
    value INTEGER NOT NULL,
    PRIMARY KEY (month, purpose, measure)
) STRICT;

-- What people did who were erased before the month was published: how often, and nothing about whom.
CREATE TABLE figure_left (
    month TEXT NOT NULL,
    purpose TEXT NOT NULL,
    what TEXT NOT NULL,
    times INTEGER NOT NULL CHECK (times > 0),
    PRIMARY KEY (month, purpose, what)
) STRICT;

CREATE TRIGGER figure_month_stays BEFORE UPDATE ON figure_month
BEGIN SELECT RAISE(ABORT, 'figure_month only grows'); END;
CREATE TRIGGER figure_month_is_kept BEFORE DELETE ON figure_month
BEGIN SELECT RAISE(ABORT, 'figure_month only grows'); END;
CREATE TRIGGER figure_stays BEFORE UPDATE ON figure
BEGIN SELECT RAISE(ABORT, 'figure only grows'); END;
CREATE TRIGGER figure_is_kept BEFORE DELETE ON figure
BEGIN SELECT RAISE(ABORT, 'figure only grows'); END;
