"""What a session carries over to the bottlenecks that it touched."""

from datetime import timedelta

import pytest

from exitprog import moment
from participants.models import (
    Bottleneck,
    Session,
    SessionTouch,
)
from tests.factories import (
    make_dossier,
    make_order,
)
from tests.routes import page
from tests.statements import counted
from tests.typed import about, touching

TITLES = [f"Bottleneck {number}" for number in range(1, 9)]


@pytest.fixture
def address(mirela):
    return page("session-new", mirela)


def test_a_touch_without_a_judgement_stays_without_one(as_anouk, address, mirela):
    first, _second = make_order(mirela, "A", "B")
    as_anouk.post(address, touching(first))

    touch = SessionTouch.objects.get()
    assert (touch.bottleneck, touch.change) == (first, "")
    assert (touch.severity_before, touch.severity_after) == (3, 3)


@pytest.mark.parametrize(
    ("change", "severity", "after"),
    [
        ("better", "2", 2),
        ("worse", "5", 5),
        ("worse", "", 3),
        ("same", "5", 3),
        ("", "5", 3),
    ],
)
def test_severity_moves_only_with_better_or_worse(
    as_anouk, address, mirela, change, severity, after
):
    [first] = make_order(mirela, "A")
    as_anouk.post(address, touching(first, **about(first, change, severity)))

    first.refresh_from_db()
    touch = SessionTouch.objects.get()
    assert (first.severity, touch.severity_after, touch.severity_before) == (
        after,
        after,
        3,
    )


def test_what_is_said_of_an_untouched_bottleneck_does_not_count(
    as_anouk, address, mirela
):
    first, second = make_order(mirela, "A", "B")
    as_anouk.post(address, touching(first, **about(second, "worse", "5")))

    second.refresh_from_db()
    assert (second.severity, second.version) == (3, 1)


def test_a_new_severity_is_a_new_version(as_anouk, address, mirela):
    [first] = make_order(mirela, "A")
    as_anouk.post(address, touching(first, **about(first, "worse", "5")))

    assert Bottleneck.objects.get().version == first.version + 1


def test_the_next_step_goes_to_the_one_bottleneck(as_anouk, address, mirela):
    [first] = make_order(mirela, "A")
    day = moment.today() + timedelta(days=3)
    as_anouk.post(address, touching(first, next_step="Call", next_step_on=day))

    first.refresh_from_db()
    assert (first.next_step, first.next_step_on) == ("Call", day)


def test_the_next_step_of_two_bottlenecks_stays_in_the_note(as_anouk, address, mirela):
    both = make_order(mirela, "A", "B")
    as_anouk.post(address, touching(*both, next_step="Call"))

    assert [row.next_step for row in Bottleneck.objects.all()] == ["", ""]
    assert Session.objects.get().next_step == "Call"


def test_no_next_step_leaves_the_planned_one(as_anouk, address, mirela):
    [first] = make_order(mirela, "A")
    first.next_step = "Planned"
    first.save()
    as_anouk.post(address, touching(first))

    assert Bottleneck.objects.get().next_step == "Planned"


def test_a_bottleneck_of_another_dossier_is_not_touched(
    as_anouk, address, anouk, waterveen
):
    [foreign] = make_order(make_dossier(anouk, waterveen), "A")
    response = as_anouk.post(address, touching(foreign))

    assert response.context["form"].errors == {
        "touched": ["Choose from the open bottlenecks of this dossier."]
    }
    assert Session.objects.count() == 0


@pytest.mark.parametrize("size", [3, 8])
def test_solving_takes_the_same_statements_at_every_size(
    as_anouk, address, mirela, size
):
    rows = make_order(mirela, *TITLES[:size])
    fields = touching(*rows) | about(rows[0], "solved")
    for row in rows[1:]:
        fields |= about(row, "worse", "4")
    with counted() as statements:
        as_anouk.post(address, fields)

    assert len(statements) == 13, statements


def test_what_is_solved_leaves_the_order_and_the_rest_closes_up(
    as_anouk, address, mirela, anouk
):
    first, second, third = make_order(mirela, "A", "B", "C")
    as_anouk.post(address, touching(first, second, **about(first, "solved")))

    rows = Bottleneck.objects.in_order().values_list("pk", "position")
    first.refresh_from_db()
    assert list(rows) == [(second.pk, 1), (third.pk, 2)]
    assert (first.state, first.closed_on) == ("solved", moment.today())
    assert (mirela.moves.get().kind, mirela.moves.get().by) == ("closed", anouk)


def test_solving_leads_to_what_comes_first_now(as_anouk, address, mirela):
    first, _second = make_order(mirela, "A", "B")
    fields = touching(first, **about(first, "solved"))
    answers = [as_anouk.post(address, fields) for _time in range(2)]

    assert {answer.url for answer in answers} == {page("priorities", mirela)}
    assert (Session.objects.count(), mirela.moves.count()) == (1, 1)


def test_all_can_be_solved_at_once(as_anouk, address, mirela):
    rows = make_order(mirela, "A", "B")
    fields = touching(*rows)
    for row in rows:
        fields |= about(row, "solved")
    as_anouk.post(address, fields)

    assert Bottleneck.objects.active().count() == 0
