"""The cast. Anouk guides Mirela in Waterveen. Frank did before her. Joost is a
colleague who guides others; Tess leads the team; Carla coordinates for the
municipality; Pim is the privacy officer. Noor works for another programme. Ada is
admin of the site.
"""

from datetime import timedelta

import pytest
from django.conf import settings
from django.db import transaction
from django.test import Client
from django.utils import timezone

from counsellors.models import Role
from tests.factories import (
    MakeAssignment,
    MakeProgramme,
    MakeUser,
    hashed,
    make_dossier,
    make_member,
)


@pytest.fixture
def waterveen(db):
    return MakeProgramme(name="Waterveen", slug="waterveen")


@pytest.fixture
def elsewhere(db):
    return MakeProgramme(name="Elsewhere", slug="elsewhere")


@pytest.fixture
def anouk(waterveen):
    return make_member("Anouk de Wit", waterveen)


@pytest.fixture
def joost(waterveen):
    return make_member("Joost Bakker", waterveen)


@pytest.fixture
def frank(waterveen, mirela):
    return make_frank(waterveen, mirela)


def make_frank(waterveen, mirela):
    """He guided Mirela until Anouk took over."""
    user = make_member("Frank Former", waterveen)
    taken_over = mirela.participant.assignments.get().starts_at
    MakeAssignment(
        participant=mirela.participant,
        user=user,
        starts_at=taken_over - timedelta(days=50),
        ends_at=taken_over,
    )
    return user


@pytest.fixture
def noor(elsewhere):
    return make_member("Noor Elders", elsewhere)


@pytest.fixture
def tess(waterveen):
    return make_member("Tess Teamlead", waterveen, Role.TEAM_LEAD)


@pytest.fixture
def carla(waterveen):
    return make_member("Carla Coordinator", waterveen, Role.COORDINATOR)


@pytest.fixture
def pim(waterveen):
    return make_member("Pim Privacy", waterveen, Role.PRIVACY_OFFICER)


@pytest.fixture
def ada(db):
    return make_ada()


def make_ada():
    facts = {"email": "ada@koers.example", "password": hashed()}
    return MakeUser(name="Ada Admin", is_staff=True, **facts)


@pytest.fixture
def mirela(anouk, waterveen):
    """Her trajectory; `mirela.participant` is the person."""
    return make_dossier(anouk, waterveen, alias="Mirela")


@pytest.fixture
def cover(joost, mirela):
    """Joost covers for Anouk this week."""
    now = timezone.now()
    return MakeAssignment(
        participant=mirela.participant,
        user=joost,
        kind="cover",
        starts_at=now - timedelta(days=1),
        ends_at=now + timedelta(days=6),
    )


class Cast:
    """All of them at once, for a module that only looks at them; `cast.anouk`."""

    def __init__(self):
        self.waterveen = MakeProgramme(name="Waterveen", slug="waterveen")
        self.elsewhere = MakeProgramme(name="Elsewhere", slug="elsewhere")
        self.anouk = make_member("Anouk de Wit", self.waterveen)
        self.joost = make_member("Joost Bakker", self.waterveen)
        self.mirela = make_dossier(self.anouk, self.waterveen, alias="Mirela")
        self.frank = make_frank(self.waterveen, self.mirela)
        self.noor = make_member("Noor Elders", self.elsewhere)
        self.tess = make_member("Tess Teamlead", self.waterveen, Role.TEAM_LEAD)
        self.carla = make_member("Carla Coordinator", self.waterveen, Role.COORDINATOR)
        self.pim = make_member("Pim Privacy", self.waterveen, Role.PRIVACY_OFFICER)
        self.ada = make_ada()


@pytest.fixture(scope="module")
def cast(django_db_setup, django_db_blocker):
    """Made once for the module, and gone after it; ask for `db` beside it."""
    with django_db_blocker.unblock(), transaction.atomic():
        yield Cast()
        transaction.set_rollback(True)


class Browser(Client):
    """A client that has no session before someone logs in.

    Django's makes a row just to look, and takes it away again at every log-in.
    """

    @property
    def session(self):
        has_one = settings.SESSION_COOKIE_NAME in self.cookies
        return super().session if has_one else None


@pytest.fixture
def client():
    return Browser()


@pytest.fixture
def as_anouk(client, anouk):
    """A browser in which Anouk has logged in."""
    client.force_login(anouk)
    return client


@pytest.fixture
def as_pim(client, pim):
    client.force_login(pim)
    return client


@pytest.fixture
def as_ada(client, ada):
    client.force_login(ada)
    return client
