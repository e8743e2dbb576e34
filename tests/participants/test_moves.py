"""Moving a bottleneck: one address, and an order that never changes by half."""

import uuid

import pytest
from django.db import transaction
from django.utils import timezone

from counsellors.models import AccessEvent
from participants.models import OrderMove, Trajectory
from participants.models.held_order import HeldOrder, StaleOrderError
from tests.factories import MakeBottleneck, make_dossier, make_order
from tests.orders import LANES, Hand, order_of
from tests.statements import counted
from tests.windows import second_window


@pytest.mark.parametrize(
    ("title", "to", "fields", "after"),
    [
        ("B", "up", {}, "BA CD E"),
        ("A", "down", {}, "BA CD E"),
        ("C", "up", {}, "ABC D E"),
        ("B", "down", {}, "A BCD E"),
        ("D", "down", {}, "AB C DE"),
        ("A", "later", {}, "B CD EA"),
        ("E", "now", {}, "ABE CD "),
        ("A", "place", {"place": "4"}, "B CDA E"),
        ("E", "place", {"place": "1"}, "EAB CD "),
        ("A", "place", {"place": "2", "lane": "next"}, "B ACD E"),
        ("A", "place", {"lane": "next"}, "B CDA E"),
    ],
)
def test_a_move_gives_this_order(hand, mirela, five, title, to, fields, after):
    hand.move(five[title], to, **fields)

    assert order_of(mirela) == after


@pytest.mark.parametrize(
    ("title", "to"), [("A", "up"), ("E", "down"), ("B", "now"), ("E", "later")]
)
def test_what_stands_there_already_stays_and_is_told(hand, mirela, five, title, to):
    response = hand.move(five[title], to)

    assert hand.client.get(response.url).context["toast"] == (
        "Nothing changed: it stands there already."
    )
    assert (order_of(mirela), OrderMove.objects.count()) == ("AB CD E", 0)


def test_the_first_has_no_up_and_the_last_no_down(hand, five):
    html = hand.get().content.decode()

    disabled = 'aria-disabled="true" aria-label="Move {}: {}"'
    assert disabled.format("up", "A") in html
    assert disabled.format("down", "E") in html
    assert html.count('aria-disabled="true" aria-label="Move') == 2


def test_a_single_bottleneck_has_no_move_controls(hand, mirela):
    make_order(mirela, "A")

    assert 'name="to"' not in hand.get().content.decode()


def test_a_move_is_written_down_whole(hand, anouk, five):
    hand.move(five["B"], "up")

    move = OrderMove.objects.get()
    ids = [str(row.pk) for row in five.values()]
    assert move.before == [list(pair) for pair in zip(ids, LANES, strict=True)]
    assert [key for key, _lane in move.after] == [ids[1], ids[0], *ids[2:]]
    assert (move.by, move.bottleneck, move.order_version) == (anouk, five["B"], 1)


def test_a_move_says_its_sentence(hand, five):
    response = hand.move(five["D"], "up")

    told = hand.client.get(response.url).context["toast"]
    assert told == "“D” is now number 3 of 5, Next."


def test_the_address_after_a_move_holds_keys_only(hand, five):
    response = hand.move(five["D"], "up")

    move, row = OrderMove.objects.get().pk, five["D"].pk
    assert response.url == f"{hand.address('priorities')}?moved={move}#row-{row}"


def test_the_sentence_goes_with_the_next_move(hand, five):
    old = hand.move(five["D"], "up")
    hand.move(five["A"], "down")

    assert hand.client.get(old.url).context["toast"] == ""


def test_in_two_windows_the_second_is_told_when_and_nothing_moves(hand, mirela, five):
    hand.move(five["A"], "down")

    response = hand.move(five["E"], "now", version=0)

    at = timezone.localtime(OrderMove.objects.get().at).strftime("%H:%M")
    assert response.status_code == 409
    assert response.context["who"] == (
        f"You changed the order at {at} in another window."
    )
    assert order_of(mirela) == "BA CD E"


def test_a_stale_move_is_shown_in_the_order_of_now(hand, five):
    hand.move(five["A"], "down")

    response = hand.move(five["E"], "now", version=0)

    assert [row.title for row in response.context["rows"]] == list("BACDE")
    assert response.context["key"] == five["E"].pk


def test_a_stale_move_can_be_done_again(hand, mirela, five):
    hand.move(five["A"], "down")
    told = hand.move(five["E"], "place", place="1", version=0).context

    again = {name: told["again"][name] for name in ("to", "place", "lane")}
    hand.post("move", bottleneck=told["key"], version=told["version"], **again)

    assert order_of(mirela) == "EBA CD "


def test_the_colleague_who_was_first_is_named(hand, joost, mirela, five):
    made = {"trajectory": mirela, "order_version": 1, "before": [], "after": []}
    OrderMove.objects.create(kind="moved", by=joost, **made)
    Trajectory.objects.filter(pk=mirela.pk).update(order_version=1)

    response = hand.move(five["A"], "down", version=0)

    assert response.context["who"].startswith("Joost Bakker changed the order at ")


def test_what_was_closed_meanwhile_is_not_moved_again(hand, five):
    hand.post("bottleneck-close", five["E"], version=1, state="solved")

    response = hand.move(five["E"], "up", version=0)

    assert (response.status_code, response.context["again"]) == (409, None)


def test_a_closed_bottleneck_has_no_place_to_move(hand, five):
    hand.post("bottleneck-close", five["E"], version=1, state="solved")

    assert hand.move(five["E"], "up").status_code == 404


@pytest.mark.django_db(transaction=True)
def test_of_two_moves_at_once_the_second_waits_and_is_stale(anouk, mirela, five):
    with second_window(move_to_later, five["B"], anouk) as begin:
        move_to_later(five["A"], anouk)
        second = begin()

    assert second.result() == "stale"
    assert order_of(mirela) == "B CD EA"


def move_to_later(bottleneck, user):
    """As the order was at first."""
    try:
        with transaction.atomic():
            order = HeldOrder.as_seen(bottleneck.trajectory, user, 0)
            order.move_to(bottleneck.pk, "later")
    except StaleOrderError:
        return "stale"


@pytest.mark.parametrize("version", ["", "x", "-1", "99", "9" * 40])
def test_a_version_that_never_was_moves_nothing(hand, mirela, five, version):
    response = hand.move(five["A"], "down", version=version)

    assert (response.status_code, order_of(mirela)) == (409, "AB CD E")


@pytest.mark.parametrize(
    "named", [[], [""], ["x"], ["\0"], [str(uuid.uuid4())], ["x" * 10_000]]
)
def test_an_unknown_or_missing_id_is_not_found(hand, mirela, five, named):
    response = hand.post("move", bottleneck=named, to="up")

    assert (response.status_code, order_of(mirela)) == (404, "AB CD E")


def test_an_id_named_twice_moves_nothing(hand, mirela, five):
    response = hand.post("move", bottleneck=[five["A"].pk] * 2, to="down")

    assert (response.status_code, order_of(mirela)) == (404, "AB CD E")


@pytest.mark.parametrize("version", [0, 7])
def test_the_bottleneck_of_another_dossier_is_not_found(
    hand, anouk, waterveen, mirela, five, version
):
    other = make_dossier(anouk, waterveen)
    foreign = MakeBottleneck(trajectory=other, position=1)

    response = hand.move(foreign, "later", version=version)

    assert response.status_code == 404
    assert order_of(mirela) == "AB CD E"


@pytest.mark.parametrize("place", ["0", "6", "-1", "x", "1.5", "9" * 30, "", "\0"])
def test_a_number_that_is_none_is_said_beside_the_field(hand, mirela, five, place):
    response = hand.move(five["C"], "place", place=place)

    html = hand.client.get(response.url).content.decode()
    assert html.count("Choose a number from 1 to 5.") == 1
    assert order_of(mirela) == "AB CD E"


@pytest.mark.parametrize("to", ["", "sideways", "x" * 10_000])
def test_a_direction_that_is_none_moves_nothing(hand, mirela, five, to):
    response = hand.move(five["A"], to)

    assert (response.status_code, order_of(mirela)) == (302, "AB CD E")


def test_now_may_hold_one_too_many_and_then_it_is_asked(hand, five):
    for letter in "CD":
        hand.move(five[letter], "now")

    html = hand.get().content.decode()
    assert "Now has 4, agreed is 3. Move one to Next?" in html
    assert f'<option value="{five["D"].pk}" selected>' in html


def test_what_leaves_now_at_the_question_stands_first_in_next(hand, mirela, five):
    hand.move(five["C"], "now")

    hand.move(five["A"], "place", place="3", lane="next")

    assert order_of(mirela) == "BC AD E"


def test_when_now_has_room_the_first_of_next_is_offered(hand, five):
    html = hand.get().content.decode()

    assert "Now has room. Move “C” to Now?" in html


def test_a_cover_reads_the_order_but_does_not_move(client, joost, cover, mirela, five):
    client.force_login(joost)
    hand = Hand(client, mirela)

    assert hand.get().status_code == 200
    assert hand.move(five["A"], "down").status_code == 403
    assert order_of(mirela) == "AB CD E"


def test_a_closed_trajectory_is_read_only(hand, anouk, mirela, five):
    facts = {"reason": "own_choice", "destination": "none"}
    mirela.enter("dropped_out", anouk, **facts)

    assert hand.get().status_code == 200
    assert hand.move(five["A"], "down").status_code == 409
    assert order_of(mirela) == "AB CD E"


def test_what_is_saved_of_a_trajectory_leaves_its_moves_counted(
    hand, anouk, mirela, five
):
    hand.move(five["A"], "down")

    mirela.enter("aftercare", anouk)

    assert hand.version == 1


def test_a_move_is_in_the_access_log_as_a_change(hand, five):
    hand.move(five["A"], "down")

    line = AccessEvent.objects.latest("pk")
    assert (line.page, line.action) == ("participants:move", "change")


@pytest.mark.parametrize("size", [9, 25])
def test_a_move_takes_as_many_statements_for_any_size(hand, mirela, size):
    rows = make_order(mirela, *[f"Bottleneck {n}" for n in range(size)])

    with counted() as statements:
        hand.client.post(
            hand.address("move"),
            {"bottleneck": rows[4].pk, "to": "now", "version": 0},
        )

    assert len(statements) == 9
