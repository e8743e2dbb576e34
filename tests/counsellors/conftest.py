"""A provider that runs, named by the environment."""

import pytest

from tests.open_id_provider import Provider


@pytest.fixture(scope="module")
def running():
    provider = Provider()
    yield provider
    provider.stop()


@pytest.fixture
def provider(running, settings, client):
    """It runs, and the environment names it."""
    running.reset()
    settings.OPEN_ID = running.settings
    client.cookies["language"] = "en"
    return running
