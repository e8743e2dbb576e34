"""What tests begin with: several rows that belong together."""

from datetime import datetime
from functools import cache

from django.contrib.auth.hashers import make_password
from django.utils import timezone

from counsellors.models import AccessEvent, Role
from counsellors.models.access_event import Action, Result
from tests.factories.dossiers import (
    MakeAppointment,
    MakeBottleneck,
    MakeParticipant,
    MakeTrajectory,
)
from tests.factories.people import MakeMembership, MakeUser
from tests.factories.rights import MakeAssignment, MakeNaming, MakeProtection

PASSWORD = "a long enough phrase"


@cache
def hashed():
    return make_password(PASSWORD)


def make_member(name, programme, role=Role.COUNSELLOR):
    """Someone who logs in, with a role in a programme that has long begun."""
    email = f"{name.split()[0].lower()}@koers.example"
    user = MakeUser(name=name, email=email, password=hashed())
    MakeMembership(user=user, programme=programme, role=role)
    return user


def make_dossier(counsellor, programme, **facts):
    """A participant with a running trajectory, guided by `counsellor`."""
    participant = MakeParticipant(**facts)
    MakeAssignment(participant=participant, user=counsellor)
    return MakeTrajectory(participant=participant, programme=programme)


def make_protected(trajectory, *named):
    """Extra protected, by its counsellor, who names herself and those people."""
    her = {"participant": trajectory.participant}
    rights = trajectory.participant.assignments.filter(kind="primary")
    counsellor = rights.latest("starts_at").user
    for user in (counsellor, *named):
        MakeNaming(**her, user=user, named_by=counsellor)
    return MakeProtection(**her, set_by=counsellor)


def make_order(trajectory, *titles, lanes=None):
    """Bottlenecks in that order; without `lanes` the first three stand in Now."""
    lanes = lanes or ["now"] * min(3, len(titles)) + ["next"] * (len(titles) - 3)
    return [
        MakeBottleneck(trajectory=trajectory, title=title, lane=lane, position=place)
        for place, (title, lane) in enumerate(zip(titles, lanes, strict=True), start=1)
    ]


def make_plan(trajectory, user, text, **facts):
    """An appointment of `user`, at `text` by our clock."""
    starts_at = timezone.make_aware(datetime.fromisoformat(text))
    return MakeAppointment(
        trajectory=trajectory, planned_by=user, starts_at=starts_at, **facts
    )


def make_line(actor, programme=None, **facts):
    """A line of the access log: a dossier that was opened, unless said otherwise."""
    facts = {"action": Action.OPEN, "result": Result.GRANTED, "page": "x"} | facts
    return AccessEvent.objects.create(actor=actor, programme=programme, **facts)


def make_refusal(actor, **facts):
    return make_line(actor, result=Result.REFUSED, is_authorised=False, **facts)
