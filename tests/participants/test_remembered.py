"""What is written once is what the ORM would write now, for this reader."""

from datetime import UTC, datetime
from uuid import uuid4

import pytest

from counsellors.models import User
from exitprog import moment
from participants.models import Trajectory
from participants.querysets.trajectory import dossier_rows, dossier_statement

CODE = "K7Q-M4F2"
FRAMES = [
    ("with_frame",),
    ("with_frame", "with_overview"),
    ("with_frame", "held"),
]


@pytest.mark.parametrize("words", FRAMES)
def test_it_is_the_statement_of_whoever_asks_when_she_asks(db, words):
    remembered = dossier_statement(None, Trajectory, words)

    for at in (
        datetime(2026, 3, 1, 23, 30, tzinfo=UTC),
        datetime(2027, 8, 2, tzinfo=UTC),
    ):
        user = User(pk=uuid4())
        with moment.frozen(at):
            asked = remembered.text, remembered.parameters_for(user, CODE)
            rows = dossier_rows(Trajectory, user, CODE, words)
            assert asked == rows.query.sql_with_params()


def test_who_sees_nothing_at_all_asks_nothing(django_assert_num_queries, ada, mirela):
    with django_assert_num_queries(0):
        found = Trajectory.objects.dossier(ada, mirela.participant.code, FRAMES[0])

    assert found is None


def test_each_asking_finds_what_is_true_then(anouk, mirela):
    code = mirela.participant.code
    before = Trajectory.objects.dossier(anouk, code, FRAMES[0])
    mirela.participant.assignments.update(ends_at=moment.now())

    after = Trajectory.objects.dossier(anouk, code, FRAMES[0])

    assert (before, after) == (mirela, None)
