"""Statements that the ORM writes once, and that are asked anew each time.

To write the statement of a dossier page takes longer than to ask it. So it is written
with stand-ins: for who asks, when, and which case. It holds no answer, and what differs
from one reader to the next is never part of its text, only of its parameters.
"""

from copy import copy
from datetime import UTC, date, datetime
from uuid import UUID

from django.db import connection

from exitprog import moment

SOMEONE = UUID(int=0)
SOME_MOMENT = datetime(1, 1, 1, tzinfo=UTC)
SOME_DAY = date(1, 1, 1)
SOME_CASE = "SOME-CASE"


class Remembered:
    """`write` makes the rows, with stand-ins and in a moment that is one too."""

    def __init__(self, write):
        with moment.frozen(SOME_MOMENT):
            self.rows = write()
            self.compiler = self.rows.query.get_compiler(self.rows.db)
            self.text, self.stand_ins = self.compiler.as_sql()

    def rows_for(self, user, case=SOME_CASE):
        """The ORM reads the answer as always; only the writing is left out."""
        parameters = self.parameters_for(user, case)
        compiler, rows = copy(self.compiler), self.rows.all()
        compiler.connection = connection
        compiler.as_sql = lambda *args, **options: (self.text, parameters)
        rows.query.get_compiler = lambda *args, **options: compiler
        return list(rows)

    def parameters_for(self, user, case):
        """What stands in, exchanged for this user, this case and the present moment."""
        real = {
            SOMEONE: user.pk,
            SOME_MOMENT: moment.now(),
            SOME_DAY: moment.today(),
            SOME_CASE: case,
        }
        return tuple(real.get(value, value) for value in self.stand_ins)
