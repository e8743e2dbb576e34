"""What the migrations made of the second wall, as the database has it."""

import pytest
from django.db import DatabaseError, transaction

from tests.walls import ask


def test_what_the_policies_ask_is_planned_once_in_a_session(db):
    """A function that a later migration makes anew loses what an earlier one set."""
    functions = ask(
        "SELECT proname, 'plan_cache_mode=force_generic_plan' = ANY (proconfig)"
        " FROM pg_proc JOIN pg_language ON pg_language.oid = prolang"
        " WHERE proname ~ '^koers_' AND prosecdef AND lanname = 'plpgsql'"
    )

    assert "koers_participants" in dict(functions)
    assert [name for name, is_planned_once in functions if not is_planned_once] == []


def test_what_runs_as_the_owner_looks_nowhere_but_in_our_schema(db):
    """Else who may make a table elsewhere puts one before ours."""
    rows = ask(
        "SELECT proname, 'search_path=public, pg_temp' = ANY (proconfig)"
        " FROM pg_proc WHERE prosecdef AND pronamespace = 'public'::regnamespace"
    )

    assert len(rows) > 15
    assert [name for name, is_set in rows if not is_set] == []


def test_no_condition_of_an_asker_runs_before_those_of_a_view(db):
    """Else a function in it would be handed the rows that the view leaves out."""
    views = ask(
        "SELECT relname, 'security_barrier=true' = ANY (coalesce(reloptions, '{}'))"
        " FROM pg_class WHERE relkind = 'v' AND relnamespace = 'public'::regnamespace"
    )

    assert "participants_knowncase" in dict(views)
    assert [name for name, is_barrier in views if not is_barrier] == []


def test_a_table_that_only_grows_is_never_emptied(db):
    tables = [
        table
        for table, may in ask(
            "SELECT relname, has_table_privilege('koers_web', oid, 'UPDATE')"
            " FROM pg_class WHERE relkind = 'r' AND relname ~ '^(part|couns)'"
        )
        if not may
    ]

    assert "counsellors_accessevent" in tables
    assert "participants_safecontact" in tables
    for table in tables:
        with (
            pytest.raises(DatabaseError, match="is never emptied"),
            transaction.atomic(),
        ):
            ask(f"TRUNCATE {table} CASCADE")
