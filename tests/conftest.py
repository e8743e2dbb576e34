"""What every test finds: a running database."""

import pytest
from django.conf import settings
from django.utils import translation

from exitprog import embedded_postgres

pytest_plugins = ["tests.cast"]


def pytest_sessionstart(session):
    """Start it in the process that outlives its workers, not just to list tests."""
    is_worker = hasattr(session.config, "workerinput")
    if not (is_worker or settings.DATABASE_URL or session.config.option.collectonly):
        embedded_postgres.ensure()


@pytest.fixture(autouse=True)
def english():
    """Sentences are promised in English; requests speak their reader's language."""
    with translation.override("en"):
        yield
