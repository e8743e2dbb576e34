"""Makers of what opens a dossier and what closes it."""

from datetime import timedelta

import factory
from factory.django import DjangoModelFactory

from participants.models import (
    Assignment,
    Barrier,
    BreakGlass,
    Handover,
    Naming,
    Protection,
)
from tests.factories.dossiers import MakeParticipant
from tests.factories.people import MakeUser, ago


class MakeAssignment(DjangoModelFactory):
    participant = factory.SubFactory(MakeParticipant)
    user = factory.SubFactory(MakeUser)
    kind = "primary"
    starts_at = ago(days=100)
    granted_by = factory.SelfAttribute("user")

    class Meta:
        model = Assignment


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
    starts_at = ago(hours=1)
    ends_at = factory.LazyAttribute(lambda row: row.starts_at + timedelta(hours=2))

    class Meta:
        model = BreakGlass

    class Params:
        is_over = factory.Trait(starts_at=ago(hours=3))


class MakeProtection(DjangoModelFactory):
    """Nobody is named by it; `make_protected` names."""

    participant = factory.SubFactory(MakeParticipant)
    reason = "looked_for"
    set_by = factory.SubFactory(MakeUser)
    starts_at = ago(minutes=5)

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
    starts_at = ago(minutes=5)

    class Meta:
        model = Naming


class MakeHandover(DjangoModelFactory):
    participant = factory.SubFactory(MakeParticipant)
    from_user = factory.SubFactory(MakeUser)
    to_user = factory.SubFactory(MakeUser)
    sheet = "Sheet"

    class Meta:
        model = Handover
