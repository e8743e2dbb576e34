"""Two dossiers full of canaries, in two programmes, and everyone who might look."""

from dataclasses import dataclass
from datetime import timedelta

from django.utils import timezone

from counsellors.models import LogReview, Role, User
from counsellors.months import last_months
from tests.canary.planted import Planted, plant
from tests.factories import (
    MakeAssignment,
    MakeBarrier,
    MakeProgramme,
    MakeUser,
    make_dossier,
    make_member,
    make_protected,
)

ROLES = {
    "tess": Role.TEAM_LEAD,
    "carla": Role.COORDINATOR,
    "pim": Role.PRIVACY_OFFICER,
}
COUNSELLORS = ("anouk", "joost", "mila", "lena", "hanna", "frank", "bart")


@dataclass(frozen=True)
class World:
    here: Planted
    elsewhere: Planted
    people: dict[str, User]

    @property
    def dossiers(self):
        return self.here, self.elsewhere

    def holds_code(self, text):
        return any(dossier.code in text for dossier in self.dossiers)


def make_world():
    here = MakeProgramme(name="Waterveen", slug="waterveen")
    elsewhere = MakeProgramme(name="Elsewhere", slug="elsewhere")
    people = {
        name: make_member(name, here, ROLES.get(name, Role.COUNSELLOR))
        for name in (*COUNSELLORS, *ROLES)
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
    for name in ("joost", "mila", "bart"):
        MakeAssignment(**whose, user=people[name], **covers)
    former = {"starts_at": now - 300 * day, "ends_at": now - 200 * day}
    MakeAssignment(**whose, user=people["frank"], **former)
    MakeBarrier(**whose, user=people["bart"], set_by=people["tess"])
    make_protected(trajectory, people["joost"])
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
