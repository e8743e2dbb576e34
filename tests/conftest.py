"""What every test finds: a running database."""

from django.conf import settings

from exitprog import embedded_postgres

pytest_plugins = ["tests.cast"]


def pytest_sessionstart(session):
    """Start it in the process that outlives its workers, not just to list tests."""
    is_worker = hasattr(session.config, "workerinput")
    if not (is_worker or settings.DATABASE_URL or session.config.option.collectonly):
        embedded_postgres.ensure()
