"""One bottleneck: named, mended, closed, opened again, and what touched it."""

import pytest

from exitprog.conflict import Side
from participants.models import Bottleneck, OrderMove
from tests.factories import (
    MakeAgency,
    MakeBottleneck,
    MakeContact,
    MakeKind,
    MakeSession,
    make_dossier,
)
from tests.orders import order_of
from tests.statements import counted

SOUND = {"title": "No income", "life_area": "income", "severity": "4"}
WHOLE = SOUND | {"state": "open", "waiting_on": "nobody"}
NO_ROW = "00000000-0000-4000-8000-000000000000"


def edit(hand, bottleneck, **typed):
    fields = WHOLE | {"version": bottleneck.version} | typed
    return hand.post("bottleneck-edit", bottleneck, **fields)


def test_a_new_one_lands_at_the_end_of_next(hand, mirela, five):
    hand.post("bottleneck-new", **SOUND | {"title": "F"})

    assert order_of(mirela) == "AB CDF E"


def test_a_new_one_is_a_move_and_told(hand, five):
    response = hand.post("bottleneck-new", **SOUND)

    assert OrderMove.objects.get().kind == "added"
    assert hand.client.get(response.url).context["toast"] == (
        "Added: “No income” is number 5 of 6, Next."
    )


def test_three_answers_are_enough(hand, mirela):
    hand.post("bottleneck-new", **SOUND)

    made = Bottleneck.objects.get()
    assert (made.title, made.state, made.waiting_on) == ("No income", "open", "nobody")


@pytest.mark.parametrize(
    ("typed", "field"),
    [
        ({"title": ""}, "title"),
        ({"title": "x" * 10_000}, "title"),
        ({"title": "a\0b"}, "title"),
        ({"life_area": "moon"}, "life_area"),
        ({"severity": ""}, "severity"),
        ({"severity": "6"}, "severity"),
        ({"severity": "0"}, "severity"),
        ({"deadline": "1900-01-01"}, "deadline"),
        ({"deadline": "9999-01-01"}, "deadline"),
        ({"deadline": "soon"}, "deadline"),
        ({"story": "x" * 10_000}, "story"),
        ({"waiting_since": "2999-01-01"}, "waiting_since"),
        ({"kind": NO_ROW}, "kind"),
        ({"waiting_agency": NO_ROW}, "waiting_agency"),
        ({"waiting_on": "moon"}, "waiting_on"),
        ({"state": "solved"}, "state"),
    ],
)
def test_bad_input_gets_a_sentence_and_adds_nothing(hand, typed, field):
    response = hand.post("bottleneck-new", **SOUND | typed)

    assert field in response.context["form"].errors
    assert not Bottleneck.objects.exists()


def test_all_of_unicode_is_kept_as_typed(hand):
    title = "‮שלום 🗝 ﷽ <b>&amp;</b>"

    hand.post("bottleneck-new", **SOUND | {"title": title})

    assert Bottleneck.objects.get().title == title


def test_a_kind_belongs_to_its_life_area(hand):
    kind = MakeKind(life_area="debts")

    response = hand.post("bottleneck-new", **SOUND, kind=kind.pk)

    assert response.context["form"].errors == {"kind": ["This kind belongs to Debts."]}


def test_naming_an_agency_means_waiting_for_it(hand):
    hand.post("bottleneck-new", **SOUND, waiting_agency=MakeAgency().pk)

    assert Bottleneck.objects.get().waiting_on == "agency"


def test_an_agency_beside_someone_else_is_asked_about(hand):
    agency = MakeAgency().pk

    response = hand.post(
        "bottleneck-new", **SOUND, waiting_agency=agency, waiting_on="us"
    )

    assert list(response.context["form"].errors) == ["waiting_agency"]


def test_mending_keeps_its_place(hand, mirela, five):
    edit(hand, five["B"], title="Z", state="working")

    mended = Bottleneck.objects.get(pk=five["B"].pk)
    assert (mended.title, mended.state, order_of(mirela)) == (
        "Z",
        "working",
        "AZ CD E",
    )


def test_mending_after_a_move_keeps_the_new_place(hand, mirela, five):
    hand.move(five["B"], "later")

    edit(hand, five["B"], title="Z")

    assert order_of(mirela) == "A CD EZ"


def test_a_stale_edit_shows_both_texts_and_overwrites_nothing(hand, five):
    edit(hand, five["A"], title="Theirs")

    response = edit(hand, five["A"], title="Mine")

    assert response.status_code == 409
    assert (response.context["theirs"], response.context["yours"]) == (
        [Side("What is it?", "Theirs")],
        [Side("What is it?", "Mine")],
    )
    assert Bottleneck.objects.get(pk=five["A"].pk).title == "Theirs"


@pytest.mark.parametrize("version", ["", "x", "-1"])
def test_an_edit_without_a_version_overwrites_nothing(hand, five, version):
    response = edit(hand, five["A"], title="Mine", version=version)

    assert response.status_code != 302
    assert Bottleneck.objects.get(pk=five["A"].pk).title == "A"


@pytest.mark.parametrize("state", ["solved", "accepted", "declined", "not_needed"])
def test_closing_takes_it_off_and_the_rest_closes_up(hand, mirela, five, state):
    hand.post("bottleneck-close", five["A"], version=1, state=state)

    closed = Bottleneck.objects.get(pk=five["A"].pk)
    assert (closed.state, closed.position, closed.lane) == (state, None, None)
    assert order_of(mirela) == "B CD E"


def test_why_it_was_closed_stays_with_the_move(hand, five):
    hand.post(
        "bottleneck-close",
        five["A"],
        version=1,
        state="accepted",
        explanation="Enough.",
    )

    assert OrderMove.objects.get().explanation == "Enough."


@pytest.mark.parametrize(
    "typed",
    [
        {},
        {"state": "open"},
        {"state": "x"},
        {"state": "solved", "explanation": "x" * 999},
    ],
)
def test_closing_needs_to_know_how(hand, mirela, five, typed):
    response = hand.post("bottleneck-close", five["A"], **typed)

    assert response.context["form"].errors
    assert order_of(mirela) == "AB CD E"


def test_closing_twice_is_a_conflict(hand, five):
    hand.post("bottleneck-close", five["A"], version=1, state="solved")

    again = hand.post("bottleneck-close", five["A"], version=1, state="accepted")

    assert again.status_code == 409
    assert Bottleneck.objects.get(pk=five["A"].pk).state == "solved"


def test_a_closed_one_is_not_mended(hand, five):
    hand.post("bottleneck-close", five["A"], version=1, state="solved")

    assert edit(hand, five["A"], version=2).status_code == 409


def test_opened_again_it_stands_at_the_end_of_next(hand, mirela, five):
    hand.post("bottleneck-close", five["A"], version=1, state="solved")

    hand.post("bottleneck-reopen", five["A"])

    assert order_of(mirela) == "B CDA E"
    assert Bottleneck.objects.get(pk=five["A"].pk).closed_on is None


def test_what_is_open_is_not_opened_again(hand, mirela, five):
    assert hand.post("bottleneck-reopen", five["A"]).status_code == 409
    assert order_of(mirela) == "AB CD E"


def test_the_bottleneck_of_another_dossier_is_not_found(hand, anouk, waterveen):
    foreign = MakeBottleneck(trajectory=make_dossier(anouk, waterveen), position=1)

    for name in ("bottleneck", "bottleneck-edit", "bottleneck-close"):
        assert hand.get(name, foreign.pk).status_code == 404
    assert hand.post("bottleneck-reopen", foreign).status_code == 404


def test_hints_come_with_the_kind_and_offer_open_bottlenecks(hand, mirela):
    first, second = MakeKind(name_en="Postal address"), MakeKind(name_en="Benefit")
    second.usually_waits_on.create(
        blocker=first, strength="hard", hint_nl="Eerst", hint_en="First", source="S"
    )
    address = MakeBottleneck(trajectory=mirela, kind=first, position=1)
    benefit = MakeBottleneck(trajectory=mirela, kind=second, position=2)

    [hint] = hand.get("bottleneck", benefit.pk).context["hints"]

    assert (hint.standard.blocker, hint.offered) == (first, [address])
    assert not benefit.waits_on.exists()


def test_what_touched_it_is_told_newest_first(hand, mirela, anouk, five):
    session = MakeSession(trajectory=mirela, author=anouk, what_happened="Talked.")
    session.touches.create(bottleneck=five["A"], severity_before=4, severity_after=5)
    contact = MakeContact(trajectory=mirela, author=anouk)
    contact.touches.create(bottleneck=five["A"])
    MakeSession(trajectory=mirela, author=anouk)

    entries = hand.get("bottleneck", five["A"].pk).context["entries"]

    assert [entry.route for entry in entries] == [
        "participants:contact",
        "participants:session",
    ]


@pytest.mark.parametrize("size", [1, 12])
def test_the_page_takes_as_many_statements_however_much_touched_it(
    hand, mirela, anouk, five, size
):
    for _n in range(size):
        session = MakeSession(trajectory=mirela, author=anouk)
        session.touches.create(
            bottleneck=five["A"], severity_before=3, severity_after=3
        )
        MakeContact(trajectory=mirela, author=anouk).touches.create(
            bottleneck=five["A"]
        )

    with counted() as statements:
        hand.get("bottleneck", five["A"].pk)

    assert len(statements) == 13
