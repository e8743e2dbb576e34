"""A fresh database for each test: a copy of the one that was filled once."""

from contextlib import contextmanager

from django.db import connection, connections

OUR_VISITORS = """
    SELECT pg_terminate_backend(pid, 5000)
    FROM pg_stat_activity
    WHERE datname = %s AND backend_type = 'client backend'
"""


class Copies:
    """Makes `connection` point at a new copy of the database it points at now."""

    def __init__(self):
        self.original = connection.settings_dict["NAME"]
        self.copy = f"{self.original}_copy"

    def renew(self):
        """Throw away what the last test left and start from the original again."""
        self.drop()
        with self._elsewhere() as cursor:
            cursor.execute(f'CREATE DATABASE "{self.copy}" TEMPLATE "{self.original}"')
        self._point_at(self.copy)

    def drop(self):
        """Also under a server that is still answering.

        Not WITH (FORCE): that fails beside an autovacuum worker, which only a
        superuser may end; without it PostgreSQL itself asks that worker to leave.
        """
        with self._elsewhere() as cursor:
            cursor.execute(OUR_VISITORS, [self.copy])
            cursor.execute(f'DROP DATABASE IF EXISTS "{self.copy}"')

    @contextmanager
    def cut_off(self):
        """As while PostgreSQL has no power: whoever was in is out, nobody comes in."""
        self._let_in("false")
        try:
            yield
        finally:
            self._let_in("true")

    def _let_in(self, anyone):
        with self._elsewhere() as cursor:
            cursor.execute(f'ALTER DATABASE "{self.copy}" ALLOW_CONNECTIONS {anyone}')
            cursor.execute(OUR_VISITORS, [self.copy])
        self._point_at(self.copy)

    @contextmanager
    def _elsewhere(self):
        """A template must have no visitors, and a visitor can't drop its own house."""
        connections.close_all()
        self._point_at(self.original)
        with connection._nodb_cursor() as cursor:
            yield cursor

    def _point_at(self, name):
        connection.settings_dict["NAME"] = name
