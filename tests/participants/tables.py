"""What one may do with the rows of a table: each statement tried, and undone."""

from uuid import uuid4

from django.db import connection

from participants.models import (
    AgencyContact,
    Assignment,
    BreakGlass,
    Participant,
    Session,
    Trajectory,
)

ABOVE = {
    "trajectory_id": Trajectory,
    "participant_id": Participant,
    "session_id": Session,
    "contact_id": AgencyContact,
}
CHOSEN = {Assignment: ["-kind"], BreakGlass: ["-ends_at"], Session: ["-recorded_at"]}
# Each statement is undone; a constraint comes after the wall, so that one let it by.
TRY_ALL = """
    DO $tries$ DECLARE tried text; rows int; found text := ''; BEGIN
        FOREACH tried IN ARRAY %s::text[] LOOP
            BEGIN
                EXECUTE tried;
                GET DIAGNOSTICS rows = ROW_COUNT;
                RAISE EXCEPTION USING ERRCODE = 'KO00' || least(rows, 1);
            EXCEPTION WHEN OTHERS THEN
                found := found || CASE WHEN SQLSTATE
                    IN ('KO001', '23505', '23514', '23P01') THEN '1' ELSE '0' END;
            END;
        END LOOP;
        PERFORM set_config('koers.let_through', found, true);
    END $tries$
"""


class Table:
    """A table behind the wall, with a row of hers and a place in another dossier."""

    def __init__(self, model, hers, other):
        self.name, self.key = model._meta.db_table, model._meta.pk.column
        self.columns = [field.column for field in model._meta.concrete_fields]
        self.above = next((name for name in ABOVE if name in self.columns), None)
        self.named = ", ".join(f'"{name}"' for name in self.columns)
        self.pk = row_of(model, hers).pk
        self.row = self.stored()
        self.open = self.kept()
        self.elsewhere = self.above and getattr(row_of(model, other), self.above)

    def kept(self):
        """Sets a column that the web role may write at all to what it is."""
        with connection.cursor() as cursor:
            cursor.execute(
                "SELECT name FROM unnest(%s::text[]) name"
                " WHERE has_column_privilege('koers_web', %s, name, 'UPDATE')",
                [self.columns, self.name],
            )
            name = next(iter(cursor.fetchall()), [self.key])[0]
        return f'"{name}" = "{name}"'

    def stored(self):
        """As the database has it, for a copy."""
        with connection.cursor() as cursor:
            this = f"FROM {self.name} WHERE {self.key} = %s"
            cursor.execute(f"SELECT {self.named} {this}", [self.pk])
            return cursor.fetchone()

    def tries(self):
        """By letter the statement that does it to the row."""
        this = f"{self.name} WHERE {self.key} = %s"
        yield "r", f"SELECT FROM {this}", [self.pk]
        yield "a", self.adding(), self.copy()
        yield (
            "c",
            f"UPDATE {self.name} SET {self.open} WHERE {self.key} = %s",
            [self.pk],
        )
        yield "d", f"DELETE FROM {this}", [self.pk]
        if self.above:
            yield "m", self.setting(self.above), [self.elsewhere, self.pk]
            yield "o", self.adding(), self.copy(elsewhere=True)

    def adding(self):
        marks = ", ".join(["%s"] * len(self.row))
        return f"INSERT INTO {self.name} ({self.named}) VALUES ({marks})"

    def setting(self, column):
        return f"UPDATE {self.name} SET {column} = %s WHERE {self.key} = %s"

    def copy(self, *, elsewhere=False):
        copied = dict(zip(self.columns, self.row, strict=True))
        copied[self.key] = uuid4() if self.key == "id" else 0
        if elsewhere:
            copied[self.above] = self.elsewhere
        return list(copied.values())


def let_through(tables):
    tries = [(model, *one) for model, table in tables.items() for one in table.tries()]
    with connection.cursor() as cursor:
        sent = [cursor.mogrify(sql, facts) for *_, sql, facts in tries]
        cursor.execute(TRY_ALL, [sent])
        cursor.execute("SELECT current_setting('koers.let_through')")
        answers = cursor.fetchone()[0]
    found = dict.fromkeys(tables, "")
    for (model, letter, *_), answer in zip(tries, answers, strict=True):
        found[model] += letter if answer == "1" else ""
    return found


def row_of(model, person):
    """Of several rows the one on which most depends: it lasts, or is new."""
    path = getattr(model.objects.all(), "participant_path", "participant")
    rows = model.objects.filter(**{path: person.pk})
    return rows.order_by(*CHOSEN.get(model, ["pk"])).first()
