"""Counting statements on data, as the budgets do."""

from contextlib import contextmanager

from django.db import connection
from django.test.utils import CaptureQueriesContext

NOT_DATA = ("BEGIN", "COMMIT", "SAVEPOINT", "RELEASE", "ROLLBACK")
SETTINGS = ("set_config(", "current_setting(")


@contextmanager
def counted():
    """Yields a list that holds, afterwards, the statements on data."""
    statements = []
    with CaptureQueriesContext(connection) as captured:
        yield statements
    statements += [
        query["sql"]
        for query in captured.captured_queries
        if not query["sql"].startswith(NOT_DATA)
        and not any(call in query["sql"] for call in SETTINGS)
    ]
