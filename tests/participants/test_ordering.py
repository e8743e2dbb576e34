import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from participants.ordering import (
    LANES,
    can_move_down,
    can_move_up,
    insert_new,
    lanes_for,
    move_down,
    move_to,
    move_up,
    remove,
)

promise = settings(derandomize=True, max_examples=60, database=None, deadline=None)


def lanes(text):
    """An order from "now|next|later", each letter an id."""
    parts = zip(text.split("|"), LANES, strict=True)
    return [(item, lane) for items, lane in parts for item in items]


def shown(order):
    """The same text from an order; wrong when its lanes don't run on."""
    text = "|".join("".join(i for i, lane in order if lane == at) for at in LANES)
    assert lanes(text) == order
    return text


@pytest.mark.parametrize(
    ("item", "before", "after"),
    [
        ("b", "abc|de|f", "bac|de|f"),
        ("a", "abc|de|f", "abc|de|f"),
        ("d", "abc|de|f", "abcd|e|f"),
        ("f", "abc|de|f", "abc|def|"),
        ("f", "abc||f", "abc|f|"),
        ("f", "abc|f|", "abcf||"),
        ("a", "||ab", "|a|b"),
    ],
)
def test_up_is_one_place_or_one_heading(item, before, after):
    assert shown(move_up(lanes(before), item)) == after


@pytest.mark.parametrize(
    ("item", "before", "after"),
    [
        ("b", "abc|de|f", "acb|de|f"),
        ("c", "abc|de|f", "ab|cde|f"),
        ("e", "abc|de|f", "abc|d|ef"),
        ("f", "abc|de|f", "abc|de|f"),
        ("c", "abc||f", "ab|c|f"),
        ("c", "ab|c|f", "ab||cf"),
        ("b", "ab||", "a|b|"),
    ],
)
def test_down_is_one_place_or_one_heading(item, before, after):
    assert shown(move_down(lanes(before), item)) == after


def test_only_the_first_of_now_has_no_up():
    order = lanes("ab|c|d")

    assert [can_move_up(order, i) for i in "abcd"] == [False, True, True, True]


def test_only_the_last_of_later_has_no_down():
    order = lanes("ab|c|d")

    assert [can_move_down(order, i) for i in "abcd"] == [True, True, True, False]


def test_the_first_item_has_an_up_while_it_is_not_in_now():
    assert can_move_up(lanes("|a|"), "a")


def test_the_last_item_has_a_down_while_it_is_not_in_later():
    assert can_move_down(lanes("|a|"), "a")


@pytest.mark.parametrize(
    ("item", "lane", "position", "after"),
    [
        ("f", "now", None, "abcf|de|"),
        ("a", "later", None, "bc|de|fa"),
        ("a", "next", None, "bc|dea|f"),
        ("a", "now", None, "bca|de|f"),
        ("c", "now", 1, "cab|de|f"),
        ("a", "now", 3, "bca|de|f"),
        ("f", "next", 4, "abc|fde|"),
        ("f", "next", 5, "abc|dfe|"),
        ("a", "next", 3, "bc|ade|f"),
    ],
)
def test_move_to_a_lane_or_to_a_number_in_it(item, lane, position, after):
    order = lanes("abc|de|f")

    assert shown(move_to(order, item, lane, position)) == after


@pytest.mark.parametrize(
    ("lane", "position", "after"),
    [
        ("later", 1, "abc|e|df"),
        ("later", 99, "abc|e|fd"),
        ("now", 6, "abcd|e|f"),
        ("now", 0, "dabc|e|f"),
        ("now", -7, "dabc|e|f"),
    ],
)
def test_the_lane_wins_from_a_number_that_it_does_not_reach(lane, position, after):
    assert shown(move_to(lanes("abc|de|f"), "d", lane, position)) == after


def test_the_number_that_was_asked_for_is_the_number_it_gets():
    order = move_to(lanes("abc|de|f"), "a", "next", 4)

    assert order.index(("a", "next")) == 3


def test_a_lane_that_does_not_exist_is_an_error():
    with pytest.raises(ValueError, match="not in"):
        move_to(lanes("a||"), "a", "someday")


@pytest.mark.parametrize("move", [move_up, move_down, remove, can_move_up])
def test_an_unknown_id_is_an_error(move):
    with pytest.raises(ValueError, match="not in"):
        move(lanes("a||"), "z")


def test_a_new_one_lands_at_the_end_of_next():
    assert shown(insert_new(lanes("abc|de|f"), "g")) == "abc|deg|f"


def test_a_new_one_lands_in_next_when_nothing_is_there():
    assert shown(insert_new([], "g")) == "|g|"


def test_one_that_is_there_already_is_no_new_one():
    with pytest.raises(ValueError, match="already"):
        insert_new(lanes("a||"), "a")


def test_removing_one_closes_the_gap_and_moves_nothing_else():
    assert shown(remove(lanes("abc|de|f"), "b")) == "ac|de|f"


@pytest.mark.parametrize(
    ("suggested", "after"),
    [
        ([("a", "later"), ("b", "next"), ("c", "now")], "abc||"),
        ([*lanes("abc||"), ("d", "now"), ("e", "next")], "abc|de|"),
        (lanes("abcde||"), "abc|de|"),
        ([*lanes("abc||"), ("d", "later"), ("e", "later")], "abc||de"),
        ([*lanes("abc||"), ("d", "later"), ("e", "next")], "abc|de|"),
        ([*lanes("abc||"), ("d", "next"), ("e", "later")], "abc|d|e"),
        (lanes("||ab"), "ab||"),
        ([], "||"),
    ],
)
def test_a_suggestion_keeps_its_first_three_in_now(suggested, after):
    assert shown(lanes_for(suggested, now_limit=3)) == after


@st.composite
def orders(draw):
    """An order of one to twelve ids, and one of them."""
    cuts = sorted(draw(st.lists(st.integers(0, 12), min_size=2, max_size=2)))
    ids = draw(st.permutations(range(draw(st.integers(1, 12)))))
    at = [(i >= cuts[0]) + (i >= cuts[1]) for i in range(len(ids))]
    order = [(item, LANES[lane]) for item, lane in zip(ids, at, strict=True)]
    return order, draw(st.sampled_from(ids))


MOVES = [move_up, move_down, lambda o, i: move_to(o, i, "next", 2)]


@promise
@given(orders(), st.sampled_from(MOVES))
def test_a_move_keeps_every_id_and_lets_the_lanes_run_on(drawn, move):
    order, item = drawn
    before = list(order)

    after = move(order, item)

    assert sorted(i for i, _ in after) == sorted(i for i, _ in order)
    assert sorted(after, key=lambda pair: LANES.index(pair[1])) == after
    assert order == before


@promise
@given(orders())
def test_up_then_down_changes_nothing(drawn):
    order, item = drawn

    if can_move_up(order, item):
        assert move_down(move_up(order, item), item) == order


@promise
@given(orders())
def test_down_then_up_changes_nothing(drawn):
    order, item = drawn

    if can_move_down(order, item):
        assert move_up(move_down(order, item), item) == order


@promise
@given(orders())
def test_going_up_ends_at_the_first_of_now(drawn):
    order, item = drawn

    while can_move_up(order, item):
        order = move_up(order, item)

    assert order[0] == (item, "now")


@promise
@given(orders(), st.sampled_from(LANES), st.integers(-2, 20))
def test_a_number_within_the_lane_is_obeyed(drawn, lane, position):
    order, item = drawn

    after = move_to(order, item, lane, position)

    numbers = [n for n, (_, other) in enumerate(after, 1) if other == lane]
    assert after[min(max(position, numbers[0]), numbers[-1]) - 1] == (item, lane)


@promise
@given(orders(), st.integers(1, 4))
def test_a_suggestion_lets_the_lanes_run_on(drawn, now_limit):
    ids = [item for item, _ in drawn[0]]
    after = lanes_for([*reversed(drawn[0])], now_limit)

    assert [item for item, _ in after] == ids[::-1]
    assert sorted(after, key=lambda pair: LANES.index(pair[1])) == after
    assert sum(lane == "now" for _, lane in after) == min(now_limit, len(ids))
