"""The second wall: row-level security round every table that leads to a participant.

The first wall is `visible_to`. Behind it the database itself gives the web role no row
that the acting user may not see, and takes none that she may not write, also where a
view forgot to filter. One line of a migration puts a table behind it:

    operations = [Walled("participants_income", by_trajectory())]

A table with `participant_id` uses `by_participant()`, one that hangs on a row of
another walled table `below("participants_session", "session_id")`, the history of any
of them `history_of(…)`. A condition calls functions of the owner, made by
`participants/migrations`; `= ANY ((SELECT f())::uuid[])` asks them once per statement
and can use the index of the column. The owner, who migrates, is not held by it.
"""

from dataclasses import dataclass

from django.db import migrations

MEMBER = "(SELECT koers_member())"
FROM_A_TRIGGER = "pg_trigger_depth() > 0"


@dataclass(frozen=True)
class Rules:
    """SQL that says which rows may be read, added, changed, removed; "" is none."""

    reads: str
    adds: str = ""
    changes: str = ""
    removes: str = ""

    def policies(self):
        """(name, what it is for, its clauses), of those that let something through."""
        using, check = "USING ({})", "WITH CHECK ({})"
        for name, verb, condition, clauses in (
            ("reads", "SELECT", self.reads, using),
            ("adds", "INSERT", self.adds, check),
            ("changes", "UPDATE", self.changes, f"{using} {check}"),
            ("removes", "DELETE", self.removes, using),
        ):
            if condition:
                yield name, verb, clauses.format(*[condition] * clauses.count("{}"))


def among(column, function):
    """The value of `column` is one of the keys that a function of the owner gives."""
    return f"{column} = ANY ((SELECT {function})::uuid[])"


def written_as(reads, writes):
    return Rules(reads, writes, writes, writes)


def by_participant(column="participant_id"):
    """Read by whoever may see the dossier, written by whoever guides now."""
    return written_as(
        among(column, "koers_participants()"), among(column, "koers_guided()")
    )


def by_trajectory(column="trajectory_id"):
    """As `by_participant`, for a row of one trajectory."""
    return written_as(
        among(column, "koers_trajectories()"),
        among(column, "koers_guided_trajectories()"),
    )


def below(table, column):
    """For a row that hangs on a row of `table`, which is of a trajectory itself.

    The row above is looked up by its key, and its own wall counts there too.
    """
    above = f"EXISTS (SELECT FROM {table} above WHERE above.id = {column}{{}})"
    guided = among("above.trajectory_id", "koers_guided_trajectories()")
    return written_as(above.format(""), above.format(f" AND {guided}"))


def history_of(rules):
    """Read as what it is the history of; written by triggers alone, changed by none."""
    return Rules(rules.reads, adds=FROM_A_TRIGGER)


class Walled(migrations.RunSQL):
    """Puts `table` behind the wall; applied again, it renews the rules.

    A policy needs an index on its columns; `index` names those that have none yet.
    """

    def __init__(self, table, rules, index=()):
        drops = [
            f"DROP POLICY IF EXISTS {name} ON {table}"
            for name in ("reads", "adds", "changes", "removes")
        ]
        makes = [
            f"CREATE POLICY {name} ON {table} FOR {verb} TO koers_web {clauses}"
            for name, verb, clauses in rules.policies()
        ]
        on, off = (
            f"ALTER TABLE {table} {state} ROW LEVEL SECURITY"
            for state in ("ENABLE", "DISABLE")
        )
        indexes = [
            f"CREATE INDEX IF NOT EXISTS {table}_by_{name} ON {table} ({name})"
            for name in index
        ]
        unindexed = [f"DROP INDEX IF EXISTS {table}_by_{name}" for name in index]
        super().__init__(
            "; ".join([on, *drops, *makes, *indexes]),
            "; ".join([*drops, *unindexed, off]),
        )


class Kept(migrations.RunSQL):
    """Rows of `table` are added and stay: the web role can't change or remove them.

    Nobody empties it whole either, but `manage.py flush`, which says so to the trigger.
    """

    def __init__(self, table):
        super().__init__(
            f"REVOKE UPDATE, DELETE ON {table} FROM koers_web;"
            f"DROP TRIGGER IF EXISTS stays_whole ON {table};"
            f"CREATE TRIGGER stays_whole BEFORE TRUNCATE ON {table}"
            " FOR EACH STATEMENT EXECUTE FUNCTION refuse_to_empty()",
            f"DROP TRIGGER IF EXISTS stays_whole ON {table}",
        )
