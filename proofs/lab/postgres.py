"""What a busy PostgreSQL does."""

import subprocess

SLOW = """
CREATE FUNCTION be_slow() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN PERFORM pg_sleep({seconds}); RETURN NULL; END $$;
CREATE CONSTRAINT TRIGGER be_slow AFTER INSERT ON {table} DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION be_slow();
"""


def execute(url, sql):
    """Run SQL on the database with this URL, outside of any project."""
    subprocess.run(["psql", "--quiet", "--no-psqlrc", "--set=ON_ERROR_STOP=1", f"--command={sql}", url], check=True, capture_output=True)


def slow_commits(project, table, seconds=2):
    """Let each commit of a new row in `table` take this long: the race that a loaded database loses by itself."""
    execute(project.env["DATABASE_URL"], SLOW.format(table=table, seconds=seconds))
