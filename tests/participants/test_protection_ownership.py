"""Who guides an extra protected dossier, and who is named by that."""

import pytest
from django.utils import timezone

from exitprog.database import acting_as
from participants import ownership, protecting
from participants.models import (
    Assignment,
    Naming,
    Protection,
)
from participants.ownership import OwnershipError
from tests.factories import (
    make_protected,
)
from tests.participants.protecting import HOUR, sees


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
