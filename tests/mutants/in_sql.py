"""The faults of the second wall, found in the database as the migrations left it.

Each is made in the database of one child, which is thrown away.
"""

import re
from functools import partial

from django.db import connection

from tests.mutants.mutant import Mutant
from tests.mutants.sql_terms import faults, put
from tests.walls import ask

POLICIES = """
    SELECT tablename, policyname, qual, with_check, CASE cmd
        WHEN 'DELETE' THEN has_table_privilege('koers_web', tablename, cmd)
        ELSE has_any_column_privilege('koers_web', tablename, cmd) END
    FROM pg_policies ORDER BY tablename, policyname
"""
NO_GRANT = "the web role has no grant for it, which the mutants of grants hold"
FUNCTIONS = """
    SELECT p.oid::regprocedure::text, pg_get_functiondef(p.oid), prosecdef
    FROM pg_proc p JOIN pg_language l ON l.oid = prolang
    WHERE pronamespace = 'public'::regnamespace AND lanname IN ('sql', 'plpgsql')
        AND proname !~ '^(_|pgtrigger)' ORDER BY 1
"""
VIEWS = """
    SELECT relname, pg_get_viewdef(oid) FROM pg_class
    WHERE relkind = 'v' AND relnamespace = 'public'::regnamespace
        AND 'security_barrier=true' = ANY (reloptions) ORDER BY 1
"""
# Those that write the history, made by pghistory, add and refuse nothing.
TRIGGERS = """
    SELECT tgrelid::regclass::text, tgname, pg_get_triggerdef(t.oid)
    FROM pg_trigger t JOIN pg_proc p ON p.oid = tgfoid
    WHERE NOT tgisinternal AND prosrc NOT LIKE '%pgh_%' ORDER BY 1, 2
"""
WALLED = "SELECT relname FROM pg_class WHERE relrowsecurity ORDER BY 1"
NOT_GRANTED = """
    SELECT relname, verb FROM pg_class,
        unnest('{INSERT,UPDATE,DELETE,TRUNCATE}'::text[]) verb
    WHERE relkind IN ('r', 'v') AND relnamespace = 'public'::regnamespace
        AND relname ~ '^(participants|counsellors)_'
        AND NOT has_table_privilege('koers_web', oid, verb)
        AND (verb <> 'TRUNCATE' OR relrowsecurity) ORDER BY 1, 2
"""


def tell(sql):
    with connection.cursor() as cursor:
        cursor.execute(sql)


def made_by(place, what, before, after, sql, why=""):
    return Mutant(place, what, before, after, partial(tell, sql), why=why)


def mutants():
    for find in (policies, walls, functions, views, triggers, grants):
        yield from find()
    connection.close()


def policies():
    for table, name, using, check, is_granted in ask(POLICIES):
        for clause, text in (("USING", using), ("WITH CHECK", check)):
            for what, changed in [("true", "true"), *faults(text)] if text else ():
                sql = f"ALTER POLICY {name} ON {table} {clause} ({changed})"
                place = f"{table}, policy {name}, {clause}"
                why = "" if is_granted else NO_GRANT
                yield made_by(place, what, text, changed, sql, why)


def walls():
    for (table,) in ask(WALLED):
        sql = f"ALTER TABLE {table} DISABLE ROW LEVEL SECURITY"
        yield made_by(table, "no row-level security", "enabled", sql, sql)


def functions():
    for name, text, is_definer in ask(FUNCTIONS):
        head, body, end = text.split("$function$")
        for what, changed in faults(body):
            sql = f"{head}$function${changed}$function${end}"
            yield made_by(f"function {name}", what, body, changed, sql)
        if is_definer:
            sql = f"ALTER FUNCTION {name} RESET search_path"
            yield made_by(f"function {name}", "any search_path", head, sql, sql)


def views():
    for name, text in ask(VIEWS):
        for what, changed in faults(text):
            sql = f"CREATE OR REPLACE VIEW {name} WITH (security_barrier) AS {changed}"
            yield made_by(f"view {name}", what, text, changed, sql)
        sql = f"ALTER VIEW {name} RESET (security_barrier)"
        yield made_by(f"view {name}", "no security barrier", text, sql, sql)


def triggers():
    for table, name, text in ask(TRIGGERS):
        place = f"{table}, trigger {name}"
        drop = f"DROP TRIGGER {name} ON {table}"
        yield made_by(place, "dropped", text, drop, drop)
        for what, changed in [*conditions(text), *events(text)]:
            yield made_by(place, what, text, changed, f"{drop}; {changed}")


def conditions(text):
    """The condition of a trigger, and each of its parts, left out."""
    if found := re.search(r"WHEN (\(.*\)) EXECUTE", text):
        yield "fires always", put(text, *found.span(1), "(true)")
        for what, changed in faults(found[1]):
            yield what, put(text, *found.span(1), changed)


def events(text):
    """A trigger of several verbs, each time without one."""
    found = re.search(" (?:BEFORE|AFTER) (.*?) ON ", text)
    verbs = found[1].split(" OR ")
    for verb in verbs if len(verbs) > 1 else ():
        rest = " OR ".join(other for other in verbs if other != verb)
        yield f"not at {verb.split()[0]}", put(text, *found.span(1), rest)


def grants():
    for table, verb in ask(NOT_GRANTED):
        sql = f"GRANT {verb} ON {table} TO koers_web"
        yield made_by(table, f"{verb} granted", "not granted", sql, sql)
