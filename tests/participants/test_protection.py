"""An extra protected dossier: named people alone, and an emergency needs two."""

from datetime import timedelta

import time_machine
from django.utils import timezone

from participants.models import (
    BreakGlass,
    Naming,
    Protection,
)
from tests.factories import (
    MakeBarrier,
    MakeNaming,
    MakeProtection,
    make_protected,
)
from tests.participants.protecting import HOUR, approved, glass, sees
from tests.walls import keys


def test_it_opens_to_who_is_named_and_guides(mirela, anouk, joost, cover, tess):
    make_protected(mirela)
    assert [sees(user) for user in (anouk, joost, tess)] == [True, False, False]

    for user in (joost, tess):
        MakeNaming(participant=mirela.participant, user=user, named_by=anouk)
    assert [sees(user) for user in (anouk, joost, tess)] == [True, True, False]


def test_a_counsellor_who_is_not_named_sees_nothing(mirela, anouk):
    MakeProtection(participant=mirela.participant)

    assert not sees(anouk)


def test_a_name_that_was_asked_for_opens_nothing(mirela, joost, cover):
    make_protected(mirela)
    MakeNaming(participant=mirela.participant, user=joost, confirmed_by=None)

    assert not sees(joost)


def test_name_and_protection_end_in_the_same_second(mirela, anouk, joost, cover):
    ends_at = timezone.now() + HOUR
    protection = make_protected(mirela, joost)
    Naming.objects.filter(user=joost).update(ends_at=ends_at)
    with time_machine.travel(ends_at, tick=False) as clock:
        found = [sees(joost)]
        clock.shift(-timedelta(microseconds=1))
        found.append(sees(joost))
        Protection.objects.filter(pk=protection.pk).update(
            ends_at=ends_at + HOUR, ended_by=anouk
        )
        clock.move_to(ends_at + HOUR)
        found.append(sees(joost))

    assert found == [False, True, True]


def test_it_closes_broken_glass_at_once_until_a_second_person_agrees(
    mirela, joost, tess
):
    broken = glass(mirela, joost)
    found = [sees(joost)]
    make_protected(mirela)
    found.append(sees(joost))
    BreakGlass.objects.filter(pk=broken.pk).update(**approved(tess))

    assert [*found, sees(joost)] == [True, False, True]


def test_what_was_agreed_ends_with_its_period_and_never_passes_a_barrier(
    mirela, joost, tess
):
    make_protected(mirela)
    broken = glass(mirela, joost, **approved(tess))
    with time_machine.travel(broken.ends_at, tick=False):
        assert not sees(joost)
    MakeBarrier(participant=mirela.participant, user=joost, set_by=tess)

    assert not sees(joost)


def test_the_fact_is_known_to_whom_it_concerns(
    mirela, anouk, joost, cover, tess, carla, noor
):
    make_protected(mirela)

    people = [anouk, joost, tess, carla, noor]
    facts = [len(keys(Protection.objects.all(), user)) for user in people]
    assert facts == [1, 1, 1, 0, 0]
    names = [len(keys(Naming.objects.all(), user)) for user in people]
    assert names == [1, 0, 1, 0, 0]
