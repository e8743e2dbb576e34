"""The suggested order beside the agreed one: shown, used, or left with a reason."""

from datetime import timedelta

import pytest

from exitprog import moment
from participants.board import Board
from participants.models import Bottleneck, Dependency, OrderMove
from tests.factories import MakeAgency, MakeBottleneck, MakeService, make_order
from tests.orders import grade, make_five, order_of


@pytest.fixture
def three(mirela, anouk):
    """Room waits on Benefit, which stands below it."""
    room, benefit, sleep = make_order(mirela, "Room", "Benefit", "Sleep")
    because = "The landlord asks for proof of income first."
    Dependency.record(benefit, room, by=anouk, reason=because)
    return grade({"Room": room, "Benefit": benefit, "Sleep": sleep})


def titles(trajectory):
    rows = Bottleneck.objects.filter(trajectory=trajectory).in_order()
    return [row.title for row in rows]


def rows(hand):
    return {row.bottleneck.title: row for row in hand.get().context["board"].rows}


def test_a_row_says_its_suggested_place_and_why(hand, three):
    room = rows(hand)["Room"]

    assert (room.number, room.place.position, room.shows_suggestion) == (1, 2, True)
    assert room.reason == "The landlord asks for proof of income first."


def test_a_row_that_fits_says_nothing(hand, three):
    assert rows(hand)["Sleep"].shows_suggestion is False


def test_the_agencys_quickest_running_service_there_decides_the_wait(anouk, mirela):
    agency = MakeAgency()
    for weeks, facts in (
        (9, {}),
        (6, {}),
        (1, {"life_area": "debts"}),
        (2, {"retired_on": moment.today()}),
        (None, {}),
    ):
        asked = {"waiting_updated_on": moment.today(), "waiting_weeks": weeks}
        MakeService(agency=agency, **asked | facts)
    waiting = {"waiting_on": "agency", "waiting_agency": agency}
    MakeBottleneck(trajectory=mirela, position=1, **waiting)

    [row] = Board(anouk, mirela).active

    assert row.wait.weeks == 6


def test_using_it_shows_both_orders_first_and_changes_nothing(hand, mirela, three):
    page = hand.get("use-suggestion")

    after = [
        row.bottleneck.title for lane in page.context["after"] for row in lane.rows
    ]
    assert after == ["Benefit", "Room", "Sleep"]
    assert titles(mirela) == ["Room", "Benefit", "Sleep"]


def test_using_it_orders_as_shown(hand, mirela, three):
    seen = hand.get("use-suggestion").context["form"]["order"].value()

    hand.post("use-suggestion", order=seen)

    assert titles(mirela) == ["Benefit", "Room", "Sleep"]


def test_using_it_keeps_the_first_ones_in_now(hand, mirela):
    make_five(mirela)

    seen = hand.get("use-suggestion").context["form"]["order"].value()
    hand.post("use-suggestion", order=seen)

    assert order_of(mirela) == "ABC D E"


def test_using_it_can_be_undone(hand, mirela, three):
    seen = hand.get("use-suggestion").context["form"]["order"].value()
    hand.post("use-suggestion", order=seen)

    hand.post("undo")

    assert titles(mirela) == ["Room", "Benefit", "Sleep"]


def test_a_suggestion_that_changed_meanwhile_is_not_used(hand, mirela, three):
    seen = hand.get("use-suggestion").context["form"]["order"].value()
    soon = moment.today() + timedelta(days=1)
    Bottleneck.objects.filter(pk=three["Sleep"].pk).update(deadline=soon)

    response = hand.post("use-suggestion", order=seen)

    assert response.status_code == 409
    assert titles(mirela) == ["Room", "Benefit", "Sleep"]


@pytest.mark.parametrize("order", ["", "x", "\0", "x " * 5000])
def test_an_order_that_was_never_shown_is_not_used(hand, mirela, three, order):
    hand.post("use-suggestion", order=order)

    assert titles(mirela) == ["Room", "Benefit", "Sleep"]


def test_a_stale_order_is_not_replaced(hand, mirela, three):
    seen = hand.get("use-suggestion").context["form"]["order"].value()
    hand.move(three["Sleep"], "up")

    response = hand.post("use-suggestion", order=seen, version=0)

    assert response.status_code == 409
    assert titles(mirela) == ["Room", "Sleep", "Benefit"]


def test_keeping_a_place_stores_the_reason_and_quietens_the_row(hand, three):
    hand.post("keep", three["Room"], why="other", explanation="Her mother visits.")

    move = OrderMove.objects.get()
    assert (move.kind, move.why, move.explanation) == (
        "kept",
        "other",
        "Her mother visits.",
    )
    assert (move.suggested_position, move.suggested_rule) == (2, "repair")
    assert rows(hand)["Room"].shows_suggestion is False


def test_a_kept_place_is_asked_again_when_the_suggestion_changes(hand, three):
    hand.post("keep", three["Room"], why="wish")
    soon = moment.today() + timedelta(days=1)
    Bottleneck.objects.filter(pk=three["Sleep"].pk).update(deadline=soon)

    assert rows(hand)["Room"].shows_suggestion is True


def test_a_kept_place_is_asked_again_when_it_moved(hand, three):
    hand.post("keep", three["Room"], why="wish")
    hand.move(three["Room"], "place", place=3)

    assert rows(hand)["Room"].shows_suggestion is True


@pytest.mark.parametrize("typed", [{}, {"why": "moon"}, {"why": "other"}])
def test_keeping_needs_a_reason(hand, three, typed):
    response = hand.post("keep", three["Room"], **typed)

    assert response.context["form"].errors
    assert not OrderMove.objects.exists()


def test_the_reasons_stand_in_one_table(hand, three):
    html = hand.get("why").content.decode()

    assert html.count('<td data-label="Why">') == 3
    assert "The landlord asks for proof of income first." in html
