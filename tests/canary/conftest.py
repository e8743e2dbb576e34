"""The two dossiers of the sweep, made once for each module."""

import pytest
from django.db import transaction

from tests.canary.world import make_world


@pytest.fixture(scope="module")
def world(django_db_setup, django_db_blocker):
    with django_db_blocker.unblock(), transaction.atomic():
        yield make_world()
        transaction.set_rollback(True)
