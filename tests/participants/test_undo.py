"""Taking back a move: on the server, step by step, for a day."""

from datetime import timedelta

import pytest
import time_machine
from django.utils import timezone

from participants.models import OrderMove
from tests.orders import Hand, go_up_and_down, order_of


def said(hand, response):
    return hand.client.get(response.url).context["toast"]


def test_undo_gives_the_order_of_before(hand, mirela, five):
    hand.move(five["A"], "later")

    hand.post("undo")

    assert order_of(mirela) == "AB CD E"


def test_undo_says_where_it_stands_again(hand, five):
    hand.move(five["D"], "up")

    response = hand.post("undo")

    assert said(hand, response) == "Undone. “D” is number 4 of 5 again, Next."


def test_undo_goes_back_step_by_step(hand, mirela, five):
    hand.move(five["A"], "down")
    hand.move(five["E"], "now")

    orders = []
    for _step in range(2):
        hand.post("undo")
        orders.append(order_of(mirela))

    assert orders == ["BA CD E", "AB CD E"]


def test_undo_is_a_move_that_names_what_it_undid(hand, five):
    hand.move(five["A"], "down")

    hand.post("undo")

    undone, moved = OrderMove.objects.newest_first()
    assert (undone.kind, undone.undoes, undone.bottleneck) == (
        "undone",
        moved,
        five["A"],
    )
    assert (undone.before, undone.after) == (moved.after, moved.before)


def test_an_undo_itself_is_not_undone(hand, mirela, five):
    hand.move(five["A"], "down")
    hand.post("undo")

    response = hand.post("undo")

    assert said(hand, response).startswith("There is nothing to undo.")
    assert order_of(mirela) == "AB CD E"


def test_closing_is_not_undone_here_and_the_page_says_where(hand, mirela, five):
    hand.post("bottleneck-close", five["E"], version=1, state="solved")

    response = hand.post("undo")

    assert said(hand, response) == (
        "There is nothing to undo. What was closed is opened again on its own page."
    )
    assert order_of(mirela) == "AB CD "


def test_a_move_before_a_closing_is_out_of_reach(hand, mirela, five):
    hand.move(five["A"], "down")
    hand.post("bottleneck-close", five["E"], version=1, state="solved")

    hand.post("undo")

    assert order_of(mirela) == "BA CD "


def test_keeping_a_place_does_not_stand_in_the_way(hand, mirela, five):
    hand.move(five["A"], "down")
    hand.post("keep", five["A"], why="wish")

    hand.post("undo")

    assert order_of(mirela) == "AB CD E"


@pytest.mark.parametrize(("hours", "after"), [(23, "AB CD E"), (25, "BA CD E")])
def test_undo_reaches_back_a_day(client, anouk, mirela, five, hours, after):
    hand = Hand(client, mirela)
    client.force_login(anouk)
    with time_machine.travel(timezone.now() - timedelta(hours=hours), tick=False):
        client.force_login(anouk)
        hand.move(five["A"], "down")

    client.force_login(anouk)
    hand.post("undo")

    assert order_of(mirela) == after


def test_undo_reaches_back_twenty_steps(hand, mirela, anouk, five):
    go_up_and_down(mirela, anouk, five["A"], 21)

    for _step in range(22):
        hand.post("undo")

    assert OrderMove.objects.filter(kind="undone").count() == 20
    assert order_of(mirela) == "BA CD E"


def test_in_two_windows_the_second_undo_does_nothing(hand, mirela, five):
    hand.move(five["A"], "down")
    hand.move(five["E"], "now")
    version = hand.version
    hand.post("undo")

    response = hand.post("undo", version=version)

    assert (response.status_code, order_of(mirela)) == (409, "BA CD E")


def test_without_a_version_nothing_is_undone(hand, mirela, five):
    hand.move(five["A"], "down")

    assert hand.post("undo", version="").status_code == 409
    assert hand.post("undo", version="x").status_code == 409
    assert order_of(mirela) == "BA CD E"


def test_a_cover_undoes_nothing(hand, client, joost, cover, mirela, five):
    hand.move(five["A"], "down")
    client.force_login(joost)

    assert hand.post("undo").status_code == 403


def test_the_page_offers_undo_only_when_there_is_something(hand, five):
    before = hand.get().content.decode()
    hand.move(five["A"], "down")
    after = hand.get().content.decode()

    assert ("data-undo" in before, "data-undo" in after) == (False, True)
