"""An extra protected dossier: named people alone, and an emergency needs two."""

from datetime import timedelta

import pytest
import time_machine
from django.db import DatabaseError, IntegrityError, transaction
from django.utils import timezone

from exitprog.database import acting_as
from participants import ownership, protecting
from participants.models import (
    Assignment,
    BreakGlass,
    Naming,
    Participant,
    Protection,
)
from participants.ownership import OwnershipError
from tests.factories import (
    MakeBarrier,
    MakeBreakGlass,
    MakeNaming,
    MakeProtection,
    make_member,
    make_protected,
)
from tests.walls import keys

HOUR = timedelta(hours=1)


def sees(user):
    """By both walls; they agree."""
    by_rule = Participant.objects.visible_to(user).count()
    assert len(keys(Participant.objects.all(), user)) == by_rule
    return bool(by_rule)


def glass(mirela, user, **facts):
    return MakeBreakGlass(participant=mirela.participant, user=user, **facts)


def approved(by):
    return {"approved_by": by, "approved_at": timezone.now()}


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


def test_the_database_refuses_one_person_for_two(mirela, anouk, joost, tess):
    """And a second protection or name beside the one that stands."""
    her = {"participant": mirela.participant}
    make_protected(mirela)

    for make in (
        lambda: glass(mirela, joost, **approved(joost)),
        lambda: glass(mirela, joost, approved_at=timezone.now()),
        lambda: MakeNaming(**her, user=joost, named_by=tess, confirmed_by=joost),
        lambda: MakeNaming(**her, user=tess, named_by=tess, confirmed_by=None),
        lambda: MakeNaming(**her, user=tess, named_by=tess, confirmed_by=anouk),
        lambda: MakeNaming(**her, user=anouk, named_by=joost),
        lambda: MakeProtection(**her),
        lambda: MakeProtection(ends_at=timezone.now()),
    ):
        with pytest.raises(IntegrityError), transaction.atomic():
            make()


def taken(act):
    """Whether the database takes it; a row that is not there can't be changed."""
    try:
        with transaction.atomic():
            return act() != 0
    except DatabaseError:
        return False


def test_who_is_inside_names_and_protects_and_nobody_else(
    mirela, anouk, joost, cover, tess, noor
):
    """Before it is protected and after."""
    her, found = {"participant": mirela.participant}, {}
    whom = make_member("Whom", mirela.programme)

    def tries(user):
        inside = {"user": whom, "named_by": user}
        yield lambda: MakeProtection(**her, set_by=user)
        yield lambda: MakeNaming(**her, **inside)
        yield lambda: MakeNaming(**her, **inside, confirmed_by=None)
        yield lambda: Protection.objects.update(ends_at=timezone.now(), ended_by=user)
        yield lambda: Naming.objects.filter(user=anouk).update(ends_at=timezone.now())

    for is_protected in (False, True):
        if is_protected:
            make_protected(mirela)
        for user in (anouk, joost, tess, noor):
            with acting_as(user):
                found[is_protected, user.name[:5].strip()] = [
                    rolled(act) for act in tries(user)
                ]

    assert found == {
        (False, "Anouk"): [True, True, False, False, False],
        (False, "Joost"): [False] * 5,
        (False, "Tess"): [False, False, True, False, False],
        (False, "Noor"): [False] * 5,
        (True, "Anouk"): [False, True, False, True, True],
        (True, "Joost"): [False] * 5,
        (True, "Tess"): [False, False, True, False, False],
        (True, "Noor"): [False] * 5,
    }


def rolled(act):
    """As `taken`, and nothing of it stays."""
    with transaction.atomic():
        answer = taken(act)
        transaction.set_rollback(True)
    return answer


def test_a_second_person_answers_for_oneself_alone(mirela, joost, tess, pim, cover):
    """Neither who asked nor who is named; and nobody writes another one's name."""
    make_protected(mirela)
    asked = glass(mirela, joost)
    name = MakeNaming(
        participant=mirela.participant, user=joost, named_by=tess, confirmed_by=None
    )
    glasses = BreakGlass.objects.filter(pk=asked.pk)
    names = Naming.objects.filter(pk=name.pk)

    def confirmed(by):
        return {"confirmed_by": by, "confirmed_at": timezone.now()}

    found = {}
    for user in (joost, tess, pim):
        with acting_as(user):
            found[user.name[:4]] = [
                rolled(lambda: glasses.update(**approved(tess))),
                rolled(lambda: glasses.update(**approved(pim))),
                rolled(lambda: names.update(**confirmed(tess))),
                rolled(lambda: names.update(**confirmed(pim))),
                rolled(lambda: glasses.update(ends_at=timezone.now())),
                rolled(lambda: names.update(user=pim)),
            ]

    assert found == {
        "Joos": [False, False, False, False, False, False],
        "Tess": [True, False, False, False, True, False],
        "Pim ": [False, True, False, True, True, False],
    }


def test_who_breaks_glass_does_not_agree_in_one_go(mirela, joost, tess):
    with acting_as(joost):
        assert not rolled(lambda: glass(mirela, joost, **approved(tess)))
        assert rolled(lambda: glass(mirela, joost))


def test_the_fact_is_known_to_whom_it_concerns(
    mirela, anouk, joost, cover, tess, carla, noor
):
    make_protected(mirela)

    people = [anouk, joost, tess, carla, noor]
    facts = [len(keys(Protection.objects.all(), user)) for user in people]
    assert facts == [1, 1, 1, 0, 0]
    names = [len(keys(Naming.objects.all(), user)) for user in people]
    assert names == [1, 0, 1, 0, 0]


# Who guides it


def test_whom_the_counsellor_gives_it_to_is_named_by_that(mirela, anouk, joost, tess):
    make_protected(mirela)
    offered = ownership.offer(mirela, joost, anouk, sheet="Know this")
    ownership.accept(offered, mirela)
    period = timezone.now() - HOUR, timezone.now() + HOUR
    ownership.cover(mirela, tess, joost, *period)

    assert [sees(user) for user in (anouk, joost, tess)] == [False, True, True]


def test_who_was_not_named_any_more_does_not_accept(mirela, anouk, joost):
    """So that somebody who can open it always guides it."""
    offered = ownership.offer(mirela, joost, anouk, sheet="Know this")
    protecting.protect(mirela, anouk, "wish")
    naming = Naming.objects.get(user=joost)

    with pytest.raises(OwnershipError, match="Take the offer"):
        protecting.keep_out(mirela, naming)
    naming.end()
    with pytest.raises(OwnershipError, match="is not named"):
        ownership.accept(offered, mirela)
    assert sees(anouk)


def test_beside_a_named_counsellor_a_lead_asks_for_no_name(mirela, joost, tess):
    make_protected(mirela)
    ownership.cover(mirela, joost, tess, timezone.now() - HOUR, timezone.now() + HOUR)

    assert not sees(joost)
    assert not Naming.objects.filter(user=joost).exists()


def test_where_no_named_counsellor_is_left_a_lead_asks_for_a_second_person(
    mirela, joost, tess, pim
):
    make_protected(mirela)
    ownership.assign(mirela, joost, tess)
    asked = Naming.objects.get(user=joost)
    before = sees(joost)
    asked.confirm(pim)

    assert (asked.named_by, before, sees(joost)) == (tess, False, True)


def test_a_lead_does_not_let_herself_in(mirela, anouk, tess):
    make_protected(mirela)

    with pytest.raises(OwnershipError, match="give yourself access"):
        ownership.assign(mirela, tess, tess)
    assert Assignment.objects.get().user == anouk


def test_who_sets_it_stays_inside_with_whom_it_is_offered_to(mirela, anouk, joost):
    ownership.offer(mirela, joost, anouk, sheet="Know this")
    with acting_as(anouk):
        protecting.protect(mirela, anouk, "wish")
        names = set(Naming.objects.values_list("user", flat=True))
        with pytest.raises(OwnershipError, match="already"):
            protecting.protect(mirela, anouk, "wish")

    assert sees(anouk)
    assert names == {anouk.pk, joost.pk}


def test_ending_it_ends_every_name(mirela, anouk, joost, cover):
    make_protected(mirela)
    with acting_as(anouk):
        protecting.unprotect(mirela, anouk)

    assert sees(joost)
    assert not Naming.objects.in_force().exists()
    assert Protection.objects.get().ended_by == anouk
