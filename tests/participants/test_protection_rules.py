"""What the database takes of extra protection, and from whom."""

from functools import partial

import pytest
from django.db import DatabaseError, IntegrityError, transaction
from django.utils import timezone

from exitprog.database import acting_as
from participants.models import (
    Naming,
    Protection,
)
from tests.factories import (
    MakeNaming,
    MakeProtection,
    make_member,
    make_protected,
)
from tests.participants.protecting import approved, glass


def taken(act):
    """Whether the database takes it; a row that is not there can't be changed."""
    try:
        with transaction.atomic():
            return act() != 0
    except DatabaseError:
        return False


def rolled(act):
    """As `taken`, and nothing of it stays."""
    with transaction.atomic():
        answer = taken(act)
        transaction.set_rollback(True)
    return answer


def confirmed(by):
    return {"confirmed_by": by, "confirmed_at": timezone.now()}


def constraint(make):
    """The name of the one that refuses it."""
    with pytest.raises(IntegrityError) as refusal, transaction.atomic():
        make()
    return refusal.value.__cause__.diag.constraint_name


def test_the_database_refuses_one_person_for_two(mirela, anouk, joost, tess):
    """And a second protection or name beside the one that stands."""
    her = {"participant": mirela.participant}
    make_protected(mirela)

    refused = [
        lambda: glass(mirela, joost, **approved(joost)),
        lambda: glass(mirela, joost, approved_at=timezone.now()),
        lambda: MakeNaming(**her, user=joost, named_by=tess, confirmed_by=joost),
        lambda: MakeNaming(**her, user=tess, named_by=tess, confirmed_by=None),
        lambda: MakeNaming(**her, user=tess, named_by=tess, confirmed_by=anouk),
        lambda: MakeNaming(**her, user=anouk, named_by=joost),
        lambda: MakeProtection(**her),
        lambda: MakeProtection(ends_at=timezone.now()),
    ]

    assert [constraint(make) for make in refused] == [
        "a_second_person_approves_broken_glass",
        "a_second_person_approves_broken_glass",
        "nobody_confirms_her_own_name",
        "who_names_herself_does_so_from_inside",
        "who_names_herself_does_so_from_inside",
        "someone_is_named_once_at_a_time",
        "one_protection_at_a_time",
        "a_protection_that_ended_says_who_ended_it",
    ]


def taken_by(user, mirela, whom):
    """What the database takes: to protect, to name, to ask for it, to end those two."""
    her = {"participant": mirela.participant}
    inside = {"user": whom, "named_by": user}
    acts = [
        lambda: MakeProtection(**her, set_by=user),
        lambda: MakeNaming(**her, **inside),
        lambda: MakeNaming(**her, **inside, confirmed_by=None),
        lambda: Protection.objects.update(ends_at=timezone.now(), ended_by=user),
        lambda: Naming.objects.update(ends_at=timezone.now()),
    ]
    with acting_as(user):
        return [rolled(act) for act in acts]


def test_who_is_inside_names_and_protects_and_nobody_else(
    mirela, anouk, joost, cover, tess, noor
):
    whom = make_member("Whom", mirela.programme)
    people = [anouk, joost, tess, noor]
    before = {user: taken_by(user, mirela, whom) for user in people}
    make_protected(mirela)
    after = {user: taken_by(user, mirela, whom) for user in people}

    assert before == {
        anouk: [True, True, False, False, False],
        joost: [False] * 5,
        tess: [False, False, True, False, False],
        noor: [False] * 5,
    }
    assert after == {
        anouk: [False, True, False, True, True],
        joost: [False] * 5,
        tess: [False, False, True, False, False],
        noor: [False] * 5,
    }


def change(row, facts):
    return type(row).objects.filter(pk=row.pk).update(**facts)


def answered_by(user, answers):
    with acting_as(user):
        return [rolled(partial(change, row, facts)) for row, facts in answers]


def test_a_second_person_answers_for_oneself_alone(mirela, joost, tess, pim, cover):
    """Neither who asked nor who is named; and nobody writes another one's name."""
    make_protected(mirela)
    asked = glass(mirela, joost)
    name = MakeNaming(
        participant=mirela.participant, user=joost, named_by=tess, confirmed_by=None
    )
    answers = [
        (asked, approved(tess)),
        (asked, approved(pim)),
        (name, confirmed(tess)),
        (name, confirmed(pim)),
        (asked, {"ends_at": timezone.now()}),
        (name, {"user": pim}),
    ]

    assert {user: answered_by(user, answers) for user in (joost, tess, pim)} == {
        joost: [False, False, False, False, False, False],
        tess: [True, False, False, False, True, False],
        pim: [False, True, False, True, True, False],
    }


def test_who_breaks_glass_does_not_agree_in_one_go(mirela, joost, tess):
    with acting_as(joost):
        assert not rolled(lambda: glass(mirela, joost, **approved(tess)))
        assert rolled(lambda: glass(mirela, joost))
