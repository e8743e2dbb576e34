"""What Python refuses by itself, where the database would have refused it too."""

from django.contrib.auth.models import AnonymousUser

from exitprog.database import tell
from participants.models import BreakGlass, Handover, KnownCase, Naming
from tests.factories import (
    MakeAssignment,
    MakeBarrier,
    MakeBreakGlass,
    MakeMembership,
    MakeNaming,
    make_dossier,
    make_member,
)


def test_codes_are_known_in_the_own_programmes_alone(
    mirela, anouk, noor, elsewhere, waterveen
):
    """The database is told of someone whom a case in each programme concerns."""
    other = make_dossier(noor, elsewhere)
    both = make_member("Both", elsewhere)
    MakeMembership(user=both, programme=waterveen)
    for trajectory in (mirela, other):
        MakeAssignment(participant=trajectory.participant, user=both, kind="cover")

    tell(both)
    found = [
        {case.pk for case in KnownCase.objects.visible_to(user)}
        for user in (both, anouk, AnonymousUser())
    ]

    assert found == [{mirela.pk, other.pk}, {mirela.pk}, set()]


def test_who_knows_no_code_any_more_is_told_of_no_emergency(mirela, noor):
    MakeBreakGlass(participant=mirela.participant, user=noor)

    tell(noor)
    mine = BreakGlass.objects.visible_to(noor)

    assert (mine.count(), mine.with_code().count()) == (1, 0)


def test_behind_a_barrier_a_lead_does_not_see_who_is_named(mirela, anouk, tess):
    MakeNaming(participant=mirela.participant, user=anouk, named_by=anouk)

    tell(tess)
    before = Naming.objects.visible_to(tess).count()
    MakeBarrier(participant=mirela.participant, user=tess, set_by=anouk)

    assert (before, Naming.objects.visible_to(tess).count()) == (1, 0)


def test_who_is_nobody_is_offered_nothing(mirela):
    assert list(Handover.objects.visible_to(AnonymousUser())) == []
