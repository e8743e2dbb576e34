"""A database of the benchmarks' own."""

from contextlib import contextmanager

from django.test.utils import setup_databases, teardown_databases

from exitprog import embedded_postgres


@contextmanager
def database():
    """On the cluster of the tests, gone afterwards."""
    embedded_postgres.ensure()
    made = setup_databases(verbosity=0, interactive=False)
    try:
        yield
    finally:
        teardown_databases(made, verbosity=0)
