"""Makers, one per model. Each makes what the row needs, and no more."""

from datetime import date, datetime, timedelta
from functools import cache

import factory
from django.contrib.auth.hashers import make_password
from django.utils import timezone
from factory.django import DjangoModelFactory

from agencies.models import (
    Agency,
    BottleneckKind,
    Municipality,
    Programme,
    Service,
)
from counsellors.models import AccessEvent, Membership, Role, User
from counsellors.models.access_event import Action, Result
from participants.models import (
    AgencyContact,
    Appointment,
    Assessment,
    Assignment,
    Barrier,
    Bottleneck,
    BreakGlass,
    Consent,
    DaytimeActivity,
    Draft,
    Flag,
    Handover,
    Income,
    Naming,
    Participant,
    Protection,
    SafeContact,
    Session,
    Trajectory,
)

PASSWORD = "a long enough phrase"


class MakeMunicipality(DjangoModelFactory):
    name = factory.Sequence(lambda n: f"Municipality {n}")
    cbs_code = factory.Sequence(lambda n: f"GM{n:04}")

    class Meta:
        model = Municipality


class MakeProgramme(DjangoModelFactory):
    name = factory.Sequence(lambda n: f"Programme {n}")
    slug = factory.Sequence(lambda n: f"programme-{n}")
    central_municipality = factory.SubFactory(MakeMunicipality)
    provider = "The provider"
    starts_on = date(2024, 1, 1)

    class Meta:
        model = Programme


class MakeAgency(DjangoModelFactory):
    name = factory.Sequence(lambda n: f"Agency {n}")
    kind = "social_services"

    class Meta:
        model = Agency


class MakeService(DjangoModelFactory):
    agency = factory.SubFactory(MakeAgency)
    life_area = "income"
    name = "Benefit desk"

    class Meta:
        model = Service


class MakeKind(DjangoModelFactory):
    name_nl = factory.Sequence(lambda n: f"Soort {n}")
    name_en = factory.Sequence(lambda n: f"Kind {n}")
    slug = factory.Sequence(lambda n: f"kind-{n}")
    life_area = "income"

    class Meta:
        model = BottleneckKind


class MakeUser(DjangoModelFactory):
    name = factory.Sequence(lambda n: f"User {n}")
    email = factory.Sequence(lambda n: f"user{n}@koers.example")
    language = "en"

    class Meta:
        model = User


class MakeMembership(DjangoModelFactory):
    user = factory.SubFactory(MakeUser)
    programme = factory.SubFactory(MakeProgramme)
    role = Role.COUNSELLOR
    starts_at = factory.LazyFunction(lambda: timezone.now() - timedelta(days=400))

    class Meta:
        model = Membership


class MakeParticipant(DjangoModelFactory):
    alias = factory.Sequence(lambda n: f"Alias {n}")

    class Meta:
        model = Participant


class MakeAssignment(DjangoModelFactory):
    participant = factory.SubFactory(MakeParticipant)
    user = factory.SubFactory(MakeUser)
    kind = "primary"
    starts_at = factory.LazyFunction(lambda: timezone.now() - timedelta(days=100))
    granted_by = factory.SelfAttribute("user")

    class Meta:
        model = Assignment


class MakeTrajectory(DjangoModelFactory):
    participant = factory.SubFactory(MakeParticipant)
    programme = factory.SubFactory(MakeProgramme)
    state = "support"
    started_on = factory.LazyFunction(lambda: timezone.localdate() - timedelta(days=99))

    class Meta:
        model = Trajectory


class MakeSafeContact(DjangoModelFactory):
    participant = factory.SubFactory(MakeParticipant)
    level = "care"
    channels = ["app"]
    app_name = "Signal"
    checked_on = factory.LazyFunction(timezone.localdate)
    checked_how = "in_person"

    class Meta:
        model = SafeContact


class MakeBottleneck(DjangoModelFactory):
    trajectory = factory.SubFactory(MakeTrajectory)
    life_area = "income"
    title = factory.Sequence(lambda n: f"Bottleneck {n}")
    severity = 3
    lane = "next"
    position = factory.Sequence(lambda n: n + 1)

    class Meta:
        model = Bottleneck


class MakeSession(DjangoModelFactory):
    trajectory = factory.SubFactory(MakeTrajectory)
    kind = "office"
    what_happened = "We talked."
    on = factory.LazyFunction(timezone.localdate)

    class Meta:
        model = Session


class MakeAppointment(DjangoModelFactory):
    trajectory = factory.SubFactory(MakeTrajectory)
    kind = "office"
    starts_at = factory.LazyFunction(lambda: timezone.now() + timedelta(days=1))

    class Meta:
        model = Appointment


class MakeConsent(DjangoModelFactory):
    participant = factory.SubFactory(MakeParticipant)
    purpose = "share"
    agency = factory.SubFactory(MakeAgency)
    form = "spoken"
    given_on = factory.LazyFunction(timezone.localdate)

    class Meta:
        model = Consent


class MakeContact(DjangoModelFactory):
    trajectory = factory.SubFactory(MakeTrajectory)
    agency = factory.SubFactory(MakeAgency)
    channel = "phone"
    outcome = "reached"
    on = factory.LazyFunction(timezone.localdate)

    class Meta:
        model = AgencyContact


class MakeIncome(DjangoModelFactory):
    trajectory = factory.SubFactory(MakeTrajectory)
    source = "benefit"

    class Meta:
        model = Income


class MakeDaytime(DjangoModelFactory):
    trajectory = factory.SubFactory(MakeTrajectory)
    kind = "volunteer_work"
    hours = 6

    class Meta:
        model = DaytimeActivity


class MakeFlag(DjangoModelFactory):
    participant = factory.SubFactory(MakeParticipant)
    text = "Bring someone along."
    review_on = factory.LazyFunction(lambda: timezone.localdate() + timedelta(days=30))

    class Meta:
        model = Flag


class MakeBarrier(DjangoModelFactory):
    participant = factory.SubFactory(MakeParticipant)
    user = factory.SubFactory(MakeUser)
    set_by = factory.SelfAttribute("user")
    reason = "Family"

    class Meta:
        model = Barrier


class MakeBreakGlass(DjangoModelFactory):
    """For two hours, of which one has gone by; or `is_over`, since an hour."""

    participant = factory.SubFactory(MakeParticipant)
    user = factory.SubFactory(MakeUser)
    reason = "She called and her counsellor is ill"
    starts_at = factory.LazyFunction(lambda: timezone.now() - timedelta(hours=1))
    ends_at = factory.LazyAttribute(lambda row: row.starts_at + timedelta(hours=2))

    class Meta:
        model = BreakGlass

    class Params:
        is_over = factory.Trait(
            starts_at=factory.LazyFunction(lambda: timezone.now() - timedelta(hours=3))
        )


class MakeProtection(DjangoModelFactory):
    """Nobody is named by it; `make_protected` names."""

    participant = factory.SubFactory(MakeParticipant)
    reason = "looked_for"
    set_by = factory.SubFactory(MakeUser)
    starts_at = factory.LazyFunction(lambda: timezone.now() - timedelta(minutes=5))

    class Meta:
        model = Protection


class MakeNaming(DjangoModelFactory):
    """Named from inside the dossier; with `confirmed_by=None` asked for."""

    participant = factory.SubFactory(MakeParticipant)
    user = factory.SubFactory(MakeUser)
    named_by = factory.SubFactory(MakeUser)
    confirmed_by = factory.SelfAttribute("named_by")
    confirmed_at = factory.LazyAttribute(
        lambda row: row.starts_at if row.confirmed_by else None
    )
    starts_at = factory.LazyFunction(lambda: timezone.now() - timedelta(minutes=5))

    class Meta:
        model = Naming


class MakeHandover(DjangoModelFactory):
    participant = factory.SubFactory(MakeParticipant)
    from_user = factory.SubFactory(MakeUser)
    to_user = factory.SubFactory(MakeUser)
    sheet = "Sheet"

    class Meta:
        model = Handover


class MakeDraft(DjangoModelFactory):
    author = factory.SubFactory(MakeUser)
    participant = factory.SubFactory(MakeParticipant)
    form = "session-new"
    content = {}

    class Meta:
        model = Draft


class MakeAssessment(DjangoModelFactory):
    trajectory = factory.SubFactory(MakeTrajectory)
    life_area = "income"
    level = 2
    assessed_by = "counsellor"

    class Meta:
        model = Assessment


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
