"""Earlier orders: who changed what and why, newest first."""

import pytest

from participants.models import OrderMove
from tests.orders import go_up_and_down


def texts(hand, query=""):
    response = hand.client.get(hand.address("history") + query)
    return [line.text for line in response.context["lines"]]


def test_every_kind_of_change_has_its_sentence(hand, five):
    hand.move(five["A"], "down")
    hand.move(five["C"], "up")
    hand.move(five["E"], "place", place=1)
    hand.post("undo")
    hand.post("keep", five["A"], why="trust")
    hand.post("bottleneck-close", five["E"], version=1, state="solved")
    hand.post("bottleneck-reopen", five["E"])

    assert texts(hand) == [
        "“E” opened again at 5",
        "“E” taken off, was 5",
        "“A” kept at 2, suggested was 1",
        "Undone: “E” back at 5",
        "“E” from 5 to 1, now in Now",
        "“C” from Next to Now, still at 3",
        "“A” from 1 to 2",
    ]


def test_a_line_shows_who_and_both_orders(hand, five):
    hand.move(five["A"], "down")

    [line] = hand.get("history").context["lines"]
    assert line.by == "Anouk de Wit"
    assert "".join(stone.title for stone in line.before) == "ABCDE"
    assert "".join(stone.title for stone in line.after) == "BACDE"
    assert [stone.title for stone in line.after if stone.is_meant] == ["A"]


def test_the_reason_for_keeping_is_told(hand, five):
    hand.post("keep", five["A"], why="planned", explanation="On Friday.")

    [line] = hand.get("history").context["lines"]
    assert line.why == "An appointment is already planned. On Friday."


def test_closed_bottlenecks_stand_beside_it(hand, five):
    hand.post("bottleneck-close", five["B"], version=1, state="declined")

    [closed] = hand.get("history").context["closed"]
    assert (closed.title, closed.state) == ("B", "declined")


def test_pages_follow_on_each_other_by_key(hand, mirela, anouk, five):
    go_up_and_down(mirela, anouk, five["A"], 23)

    first = hand.get("history").context
    rest = texts(hand, f"?before={first['older']}")
    assert (len(first["lines"]), len(rest)) == (20, 3)
    assert first["older"] == OrderMove.objects.newest_first()[19].pk


@pytest.mark.parametrize("key", ["x", "", "0" * 400])
def test_a_key_that_is_none_gives_the_first_page(hand, five, key):
    hand.move(five["A"], "down")

    assert len(texts(hand, f"?before={key}")) == 1


def test_agreements_are_listed_with_what_was_said(hand, five):
    hand.post("agree", participant="disagrees", reason="Home first.")

    [decision] = hand.get("history").context["decisions"]
    assert (decision.participant, decision.reason) == ("disagrees", "Home first.")
