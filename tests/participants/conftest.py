"""What more than one file of tests about dossiers begins with."""

import pytest

from exitprog import moment
from tests.orders import Hand, make_five
from tests.participants.owner_functions import World
from tests.routes import page


@pytest.fixture
def five(mirela):
    """Mirela's bottlenecks, by letter."""
    return make_five(mirela)


@pytest.fixture
def hand(as_anouk, mirela):
    """Anouk's, on Mirela's order."""
    return Hand(as_anouk, mirela)


@pytest.fixture
def act(client, mirela):
    """Posts as someone to a page of Mirela's dossier, or to one by its address."""

    def post(user, name, *keys, **typed):
        client.force_login(user)
        address = name if name.startswith("/") else page(name, mirela, *keys)
        return client.post(address, typed)

    return post


@pytest.fixture
def look(client, mirela):
    def get(user, name="overview", *keys):
        client.logout()
        client.force_login(user)
        address = name if name.startswith("/") else page(name, mirela, *keys)
        return client.get(address)

    return get


@pytest.fixture
def world(waterveen, elsewhere):
    """For each condition of a function of the owner a person."""
    return World(waterveen, elsewhere)


@pytest.fixture
def now():
    """It stands still."""
    with moment.frozen(moment.now()):
        yield moment.now()
