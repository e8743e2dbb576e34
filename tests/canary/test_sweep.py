"""A canary in every sealed field: who reads it is who may, and nobody else.

Everyone opens every address that there is and follows every link. What a person saw
must be just what the table below says by hand; so a page that shows too much fails,
and so does a crawl that has gone blind.
"""

from dataclasses import dataclass
from datetime import timedelta
from unittest.mock import patch

import pytest
from django.core import mail
from django.db import transaction
from django.test import Client
from django.urls import resolve
from django.utils import timezone

from counsellors.models import AccessEvent, LogReview, Role, User
from counsellors.months import last_months
from exitprog.fields import SealedField
from participants import models as kinds
from participants.querysets.rights import DossierQuerySet
from participants.views.dossier import DossierMixin
from tests.canary.addresses import (
    SKIPPED,
    addresses,
    admin_addresses,
    open_to,
    unregistered_addresses,
)
from tests.canary.crawl import Crawl, logged
from tests.canary.planted import Planted, plant
from tests.canary.words import LABELS, labels_in, sealed_fields, word
from tests.factories import (
    MakeAssignment,
    MakeBarrier,
    MakeProgramme,
    MakeUser,
    make_dossier,
    make_member,
)
from tests.routes import routes
from tests.walls import without_the_first_wall


def of(*names):
    return {f"participants.{name}" for name in names}


SHEET = of("handover.sheet")
OWN = of("draft.content", "participant.birth_date")
TO_LOG = of("safecontact.email")  # stands in the form alone
GLASS = of("breakglass.reason", "breakglass.note")
REVIEW = of("breakglass.review_note")
NOBODY = of("barrier.reason")
DOSSIER = set(LABELS) - SHEET - OWN - TO_LOG - GLASS - REVIEW - NOBODY

# Who reads what of Mirela's dossier; nobody reads anything of the other one.
SEEN = {
    "anouk": DOSSIER | TO_LOG | OWN,  # her counsellor
    "joost": DOSSIER | TO_LOG,  # covers
    "lena": DOSSIER | GLASS,  # broke the glass
    "hanna": SHEET,  # is offered the dossier
    "tess": GLASS | REVIEW,  # leads the team
    "pim": GLASS | REVIEW,  # privacy officer
    "carla": set(),  # coordinates for the municipality
    "frank": set(),  # guided her before
    "bart": set(),  # covers, behind a barrier
    "noor": set(),  # works elsewhere
    "ada": set(),  # admin
    "anonymous": set(),
}
KNOWS_THE_CODE = {"anouk", "joost", "lena", "hanna", "tess", "carla", "pim"}
ROLES = {
    "tess": Role.TEAM_LEAD,
    "carla": Role.COORDINATOR,
    "pim": Role.PRIVACY_OFFICER,
}


@dataclass(frozen=True)
class World:
    here: Planted
    elsewhere: Planted
    people: dict[str, User]


@pytest.fixture(scope="module")
def world(django_db_setup, django_db_blocker):
    """Two dossiers in two programmes, and everyone who might look."""
    with django_db_blocker.unblock(), transaction.atomic():
        yield make_world()
        transaction.set_rollback(True)


def make_world():
    here = MakeProgramme(name="Waterveen", slug="waterveen")
    elsewhere = MakeProgramme(name="Elsewhere", slug="elsewhere")
    people = {
        name: make_member(name, here, ROLES.get(name, Role.COUNSELLOR))
        for name in set(SEEN) - {"noor", "ada", "anonymous"}
    }
    people["noor"] = make_member("noor", elsewhere)
    people["ada"] = MakeUser(name="ada", email="ada@koers.example", is_staff=True)
    LogReview.begin(here.pk, last_months(2)[1], people["pim"])
    return World(plant_here(here, people), plant_elsewhere(elsewhere), people)


def plant_here(programme, people):
    trajectory = make_dossier(people["anouk"], programme)
    whose = {"participant": trajectory.participant}
    now, day = timezone.now(), timedelta(days=1)
    covers = {"kind": "cover", "starts_at": now - day, "ends_at": now + day}
    for name in ("joost", "bart"):
        MakeAssignment(**whose, user=people[name], **covers)
    former = {"starts_at": now - 300 * day, "ends_at": now - 200 * day}
    MakeAssignment(**whose, user=people["frank"], **former)
    MakeBarrier(**whose, user=people["bart"], set_by=people["tess"])
    return plant(
        "a",
        trajectory,
        people["anouk"],
        receiver=people["hanna"],
        opener=people["lena"],
        reviewer=people["pim"],
    )


def plant_elsewhere(programme):
    names = ("counsellor", "receiver", "opener", "reviewer")
    nina, *others = (make_member(f"{name}-elsewhere", programme) for name in names)
    whom = dict(zip(names[1:], others, strict=True))
    return plant("b", make_dossier(nina, programme), nina, **whom)


def crawl(name, world, found_routes=None):
    """All that `name` can reach: by the access table, else by these routes."""
    client = Client()
    if name != "anonymous":
        client.force_login(world.people[name])
    found = Crawl(client, {world.here.code, world.elsewhere.code})
    found.read(starts(name, world, found_routes))
    for dossier in (world.here, world.elsewhere):
        post_forms(found, dossier)
    found.get(world.elsewhere.participant.get_absolute_url())
    return found


def starts(name, world, found_routes):
    as_in_the_table = "" if name == "joost" else name  # who covers here
    yield from addresses(world.here, found_routes or open_to(as_in_the_table))
    if name == "ada":
        yield from (*admin_addresses(), *unregistered_addresses())


def post_forms(found, dossier):
    """The forms whose answer shows something by POST."""
    alias = word(dossier.letter, "participants.participant.alias")
    found.post("participants:find", q=alias[:6])
    found.post("participants:number", dossier.code, anyway="yes")
    found.post("participants:break-glass", dossier.code, reason="short")
    found.post("participants:assignment", dossier.code, to="x")


def without_a_line(found, world):
    """Answers that held a canary, and no line in the access log that says so."""
    codes = {"a": world.here.code, "b": world.elsewhere.code}
    requests = {request for request, _letter in found.showed}
    lines = AccessEvent.objects.filter(request_id__in=requests, result="granted")
    told = {
        (line.request_id, code)
        for line in lines
        for code in (line.case_code, *line.case_codes)
    }
    return sorted(
        address
        for (request, letter), address in found.showed.items()
        if (request, codes[letter]) not in told
    )


def test_every_sealed_field_has_a_canary(world):
    """A new field fails here until it is planted."""
    models = {kinds.Participant, kinds.Trajectory, *world.here.rows}
    planted = {
        field.label
        for model in models
        for field in model._meta.concrete_fields
        if isinstance(field, SealedField)
    }

    assert planted == set(sealed_fields())


def test_every_route_has_an_address_that_is_tried(world, db):
    """Where nobody looks no canary is found."""
    tried = set(addresses(world.here, set(routes())))

    assert {resolve(address).view_name for address in tried} == set(routes()) - SKIPPED


@pytest.mark.parametrize("name", SEEN)
def test_everyone_sees_just_what_is_theirs(world, db, name):
    with logged() as lines:
        found = crawl(name, world)

    assert set(found.seen) == {("a", label) for label in SEEN[name]}
    assert found.codes == ({world.here.code} if name in KNOWS_THE_CODE else set())
    assert found.leaks == []
    assert without_a_line(found, world) == []
    assert [line for line in lines if labels_in(line) or holds_code(line, world)] == []
    assert set(found.statuses.values()) <= {200, 302, 403, 404, 405, 409}


def holds_code(line, world):
    return world.here.code in line or world.elsewhere.code in line


@pytest.mark.parametrize("name", ["carla", "frank"])
def test_the_second_wall_alone_hides_the_same(world, db, name):
    """Every route, while neither rows nor rules of ours refuse anything."""
    with (
        without_the_first_wall(),
        patch.object(DossierQuerySet, "guided_by", lambda rows, user: rows),
        patch.object(DossierMixin, "check_rule", lambda page: None),
    ):
        found = crawl(name, world, open_to(""))

    assert set(found.seen) == set()


def test_no_mail_holds_one(world, db, django_capture_on_commit_callbacks):
    """A forgotten password and a right that changed: all that is ever mailed."""
    grant = {
        "user": world.people["noor"].pk,
        "programme": world.here.trajectory.programme_id,
        "role": "counsellor",
        "starts_at_0": "2026-01-01",
        "starts_at_1": "10:00",
    }
    anonymous, staff = Client(), Client()
    staff.force_login(world.people["ada"])

    with django_capture_on_commit_callbacks(execute=True):
        anonymous.post("/accounts/password/reset/", {"email": "anouk@koers.example"})
        staff.post("/admin/counsellors/membership/add/", grant)

    sent = [str(message.message()) for message in mail.outbox]
    assert len(sent) == 2
    assert [text for text in sent if labels_in(text) or holds_code(text, world)] == []
