"""What coming in begins with: a clock, a language, an app, a provider that runs."""

from datetime import timedelta

import pytest
import time_machine
from allauth.mfa.totp.internal.auth import TOTP
from django.utils import timezone

from tests.counsellors.doors import SECRET, STEP, code, log_in
from tests.open_id_provider import Provider


@pytest.fixture
def in_english(client):
    client.cookies["language"] = "en"


@pytest.fixture
def clock(db):
    """It stands still until a test moves it."""
    with time_machine.travel(timezone.now(), tick=False) as traveller:
        yield traveller


@pytest.fixture
def demanded(settings):
    """More than a password, of everyone."""
    settings.SECOND_FACTOR = True


@pytest.fixture
def enter(demanded, client, clock):
    """Logs someone in with app and password, ten minutes ago or longer."""

    def enter(user):
        TOTP.activate(user, SECRET)
        log_in(client, user.email)
        client.post(STEP, {"code": code()})
        clock.shift(timedelta(minutes=10))
        return client

    return enter


@pytest.fixture(scope="module")
def running():
    provider = Provider()
    yield provider
    provider.stop()


@pytest.fixture
def provider(running, settings, client, in_english):
    """It runs, and the environment names it."""
    running.reset()
    settings.OPEN_ID = running.settings
    return running
