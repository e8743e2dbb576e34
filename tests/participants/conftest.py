"""What tests of an order begin with."""

import pytest

from tests.orders import Hand, make_five


@pytest.fixture
def five(mirela):
    """Mirela's bottlenecks, by letter."""
    return make_five(mirela)


@pytest.fixture
def hand(as_anouk, mirela):
    """Anouk's, on Mirela's order."""
    return Hand(as_anouk, mirela)
