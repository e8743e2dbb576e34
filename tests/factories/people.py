"""Makers of what stands around a dossier: agencies, programmes and users."""

from datetime import date, timedelta

import factory
from django.utils import timezone
from factory.django import DjangoModelFactory

from agencies.models import Agency, BottleneckKind, Municipality, Programme, Service
from counsellors.models import Membership, Role, User


def ago(**span):
    return factory.LazyFunction(lambda: timezone.now() - timedelta(**span))


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
    starts_at = ago(days=400)

    class Meta:
        model = Membership
