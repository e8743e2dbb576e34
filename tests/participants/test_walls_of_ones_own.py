"""What is someone's own behind the second wall: drafts and offers.

No statement here reads a row, so that no policy for reading stands before the others.
"""

from datetime import timedelta

from django.utils import timezone

from exitprog.database import acting_as
from participants.models.handover import HandoverState
from tests.factories import MakeDraft, MakeHandover, MakeTrajectory, MakeUser
from tests.walls import reach


def of_another(waterveen):
    return MakeTrajectory(programme=waterveen).participant


def test_a_draft_is_its_authors_while_she_writes_there(mirela, anouk, joost, waterveen):
    left = of_another(waterveen)
    for author, participant in (
        (anouk, mirela.participant),
        (joost, mirela.participant),
        (anouk, left),
    ):
        MakeDraft(author=author, participant=participant)

    with acting_as(anouk):
        changed = reach("UPDATE participants_draft SET target = NULL")
        given = reach("UPDATE participants_draft SET author_id = %s", [joost.pk])
        moved = reach("UPDATE participants_draft SET participant_id = %s", [left.pk])
        removed = reach("DELETE FROM participants_draft")
    assert (changed, given, moved, removed) == (1, None, None, 1)


def test_an_offer_is_of_who_gives_and_who_receives_it(mirela, anouk, joost, waterveen):
    now, other = timezone.now(), of_another(waterveen)
    past = {"state": "withdrawn", "version": 2}
    person = mirela.participant
    MakeHandover(participant=person, to_user=joost, **past, decided_at=now)
    long_ago = now - timedelta(days=2)
    MakeHandover(participant=other, from_user=anouk, **past, decided_at=long_ago)
    MakeHandover(participant=person, from_user=anouk, to_user=joost)

    to_others = "UPDATE participants_handover SET from_user_id = %s, to_user_id = %s"
    with acting_as(anouk):
        changed = reach("UPDATE participants_handover SET told_on = NULL")
        given = reach(to_others, [joost.pk, MakeUser().pk])
        moved = reach(
            "UPDATE participants_handover SET participant_id = %s", [other.pk]
        )
    assert (changed, given, moved) == (1, None, None)


def test_an_offer_is_theirs_for_a_day_whatever_became_of_it(anouk, joost, waterveen):
    """So that who undoes or withdraws it is not told that it is not there."""
    MakeHandover(participant=of_another(waterveen), from_user=anouk, to_user=joost)
    for state in set(HandoverState) - {HandoverState.OFFERED}:
        facts = {"state": state, "version": 2, "decided_at": timezone.now()}
        MakeHandover(participant=of_another(waterveen), from_user=anouk, **facts)

    with acting_as(anouk):
        changed = reach("UPDATE participants_handover SET told_on = NULL")
    assert changed == len(HandoverState)
