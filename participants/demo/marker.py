"""How a database says that the demo filled it: a comment on the table of people.

It travels with the tables, survives their emptying, and is written in the same
transaction as the people.
"""

import json

from django.db import connection

from exitprog import moment

TABLE = "participants_participant"
OURS = ["counsellors_user", "agencies_agency", TABLE]
READ = "SELECT obj_description(to_regclass(%s))"
TABLES = (
    "SELECT count(*) FROM pg_tables "
    "WHERE schemaname NOT IN ('pg_catalog', 'information_schema')"
)


def write(language):
    """Mark this database as filled by the demo, today, in `language`."""
    told = json.dumps({"demo": moment.today().isoformat(), "language": language})
    with connection.cursor() as cursor:
        quoted = told.replace("'", "''")
        cursor.execute(f"COMMENT ON TABLE {TABLE} IS '{quoted}'")


def read():
    """What `write` wrote: {"demo": day, "language": language}; else None."""
    with connection.cursor() as cursor:
        cursor.execute(READ, [TABLE])
        told = cursor.fetchone()[0] or ""
    return json.loads(told) if told.startswith('{"demo"') else None


def is_foreign():
    """Whether this database holds anything that the demo did not put there."""
    names = connection.introspection.table_names()
    with connection.cursor() as cursor:
        cursor.execute(TABLES)
        if not cursor.fetchone()[0] or read():
            return False
    return TABLE not in names or any(map(_has_rows, OURS))


def _has_rows(table):
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT EXISTS (SELECT FROM {table})")  # noqa: S608 our own
        return cursor.fetchone()[0]
