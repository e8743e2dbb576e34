"""Makers of a dossier and what is written in it."""

from datetime import timedelta

import factory
from django.utils import timezone
from factory.django import DjangoModelFactory

from participants.models import (
    AgencyContact,
    Appointment,
    Assessment,
    Bottleneck,
    Consent,
    DaytimeActivity,
    Draft,
    Flag,
    Income,
    Participant,
    SafeContact,
    Session,
    Trajectory,
)
from tests.factories.people import MakeAgency, MakeProgramme, MakeUser


class MakeParticipant(DjangoModelFactory):
    alias = factory.Sequence(lambda n: f"Alias {n}")

    class Meta:
        model = Participant


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


class MakeAssessment(DjangoModelFactory):
    trajectory = factory.SubFactory(MakeTrajectory)
    life_area = "income"
    level = 2
    assessed_by = "counsellor"

    class Meta:
        model = Assessment


class MakeDraft(DjangoModelFactory):
    author = factory.SubFactory(MakeUser)
    participant = factory.SubFactory(MakeParticipant)
    form = "session-new"
    content = {}

    class Meta:
        model = Draft
