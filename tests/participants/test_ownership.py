"""Who guides whom: one primary at every moment, and rights just as the rows say."""

from contextlib import suppress
from datetime import timedelta

import pytest
import time_machine
from django.utils import timezone
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from counsellors.models import Membership
from participants import ownership
from participants.models import Assignment, Handover, Participant
from participants.ownership import OwnershipError
from tests.factories import MakeBarrier, MakeBreakGlass
from tests.rollback import rolled_back

HOUR = timedelta(hours=1)


def sees(user):
    user.__dict__.pop("memberships_now", None)
    return Participant.objects.visible_to(user).exists()


@pytest.fixture
def offered(mirela, anouk, joost):
    return ownership.offer(mirela, joost, anouk, sheet="Now three, safe contact.")


def test_assigning_moves_the_right_at_once(mirela, anouk, joost, tess):
    ownership.assign(mirela, joost, tess)

    assert (sees(anouk), sees(joost)) == (False, True)


def test_assigning_leaves_no_gap_and_no_overlap(mirela, joost, tess):
    ownership.assign(mirela, joost, tess)

    old, new = Assignment.objects.order_by("starts_at")
    assert old.ends_at == new.starts_at


@pytest.mark.parametrize("name", ["noor", "carla", "pim", "ada", "anouk"])
def test_some_cannot_be_assigned(request, mirela, tess, name):
    with pytest.raises(OwnershipError):
        ownership.assign(mirela, request.getfixturevalue(name), tess)

    assert Assignment.objects.count() == 1


def test_someone_behind_a_barrier_cannot_be_assigned(mirela, joost, tess):
    MakeBarrier(participant=mirela.participant, user=joost, set_by=tess)

    with pytest.raises(OwnershipError):
        ownership.assign(mirela, joost, tess)


def test_cover_begins_and_ends_by_itself(mirela, anouk, joost):
    start = timezone.now() + HOUR
    ownership.cover(mirela, joost, anouk, start, start + HOUR)

    for moment, seen in [(start - HOUR / 2, False), (start, True)]:
        with time_machine.travel(moment, tick=False):
            assert sees(joost) is seen
    with time_machine.travel(start + HOUR, tick=False):
        assert not sees(joost)


def test_cover_that_overlaps_is_refused(mirela, anouk, joost):
    start = timezone.now() + HOUR
    ownership.cover(mirela, joost, anouk, start, start + 3 * HOUR)

    with pytest.raises(OwnershipError):
        ownership.cover(mirela, joost, anouk, start + HOUR, start + 2 * HOUR)


def test_nobody_covers_for_oneself(mirela, anouk):
    now = timezone.now()

    with pytest.raises(OwnershipError):
        ownership.cover(mirela, anouk, anouk, now, now + HOUR)


def test_until_it_is_accepted_the_giver_stays_responsible(offered, anouk, joost):
    assert (sees(anouk), sees(joost)) == (True, False)


def test_the_receiver_takes_over_by_accepting(offered, mirela, anouk, joost):
    ownership.accept(offered, mirela)

    assert (sees(anouk), sees(joost)) == (False, True)


def test_accepting_twice_changes_hands_once(offered, mirela):
    ownership.accept(offered, mirela)
    ownership.accept(Handover.objects.get(), mirela)

    assert Assignment.objects.count() == 2


@pytest.mark.parametrize(("hours", "works"), [(23.9, True), (24, False)])
def test_a_handover_is_undone_within_a_day(offered, mirela, anouk, joost, hours, works):
    accepted = timezone.now() + HOUR
    with time_machine.travel(accepted, tick=False):
        ownership.accept(offered, mirela)

    with time_machine.travel(accepted + timedelta(hours=hours), tick=False):
        if works:
            ownership.undo(offered, mirela, anouk)
        else:
            with pytest.raises(OwnershipError):
                ownership.undo(offered, mirela, anouk)
        assert (sees(anouk), sees(joost)) == (works, not works)


def test_a_dossier_is_offered_to_one_at_a_time(offered, mirela, anouk, joost):
    with pytest.raises(OwnershipError):
        ownership.offer(mirela, joost, anouk, sheet="Again")


def test_nobody_hands_over_to_oneself(mirela, anouk):
    with pytest.raises(OwnershipError):
        ownership.offer(mirela, anouk, anouk, sheet="To me")


def test_assigning_takes_an_open_offer_back(offered, mirela, anouk, frank, tess):
    ownership.assign(mirela, frank, tess)

    assert Handover.objects.get().state == "withdrawn"


def test_a_closed_dossier_changes_no_hands(mirela, anouk, joost, tess):
    mirela.enter("dropped_out", anouk, reason="moved", destination="unknown")

    with pytest.raises(OwnershipError):
        ownership.assign(mirela, joost, tess)


# Rights


def test_a_barrier_beats_the_assignment(mirela, anouk, tess):
    MakeBarrier(participant=mirela.participant, user=anouk, set_by=tess)

    assert not sees(anouk)


def test_an_ended_membership_ends_the_right(mirela, anouk):
    Membership.objects.filter(user=anouk).update(ends_at=timezone.now())

    assert not sees(anouk)


@pytest.mark.parametrize(("name", "seen"), [("joost", True), ("noor", False)])
def test_broken_glass_opens_in_the_own_programme(request, mirela, name, seen):
    user = request.getfixturevalue(name)
    MakeBreakGlass(participant=mirela.participant, user=user)

    assert sees(user) is seen


def test_broken_glass_is_not_the_own_caseload(mirela, joost):
    MakeBreakGlass(participant=mirela.participant, user=joost)

    assert not Participant.objects.guided_by(joost).exists()


# Any sequence

WHO = st.sampled_from(["anouk", "joost", "frank"])
STEPS = st.lists(
    st.tuples(
        st.sampled_from(["assign", "cover", "offer", "accept", "decline", "undo"]),
        WHO,
        st.integers(min_value=1, max_value=1500),
    ),
    max_size=8,
)


def act(verb, who, mirela):
    """One step by whoever guides now; what is refused changes nothing."""
    guide = ownership.primary_of(mirela).user
    handover = Handover.objects.first()
    now = timezone.now()
    acts = {
        "assign": lambda: ownership.assign(mirela, who, guide),
        "cover": lambda: ownership.cover(mirela, who, guide, now, now + HOUR),
        "offer": lambda: ownership.offer(mirela, who, guide, sheet="Sheet"),
    }
    if handover:
        acts |= {
            "accept": lambda: ownership.accept(handover, mirela),
            "decline": lambda: ownership.decline(handover, mirela),
            "undo": lambda: ownership.undo(handover, mirela, guide),
        }
    with suppress(OwnershipError):
        acts.get(verb, lambda: None)()


@settings(
    max_examples=15,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(steps=STEPS)
def test_whatever_happens_one_primary_and_rights_as_the_rows_say(
    mirela, anouk, joost, frank, steps
):
    people = {"anouk": anouk, "joost": joost, "frank": frank}
    for user in people.values():
        user.__dict__.pop("memberships_now", None)
    begun = timezone.now() + HOUR
    with rolled_back():
        for verb, name, minutes in steps:
            begun += timedelta(minutes=minutes)
            with time_machine.travel(begun, tick=False):
                act(verb, people[name], mirela)
                rows = Assignment.objects.in_force()
                assert rows.primary().count() == 1
                entitled = set(rows.values_list("user__email", flat=True))
                assert {u.email for u in people.values() if sees(u)} == entitled
