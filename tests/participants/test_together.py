"""Ordering together: her words, her taps, and nothing else on the screen."""

import pytest

from exitprog import moment
from participants.her_order import without_amount
from participants.models import Bottleneck
from tests.factories import MakeAgency, MakeBottleneck
from tests.orders import Hand

ABSENT = "00000000-0000-4000-8000-000000000000"


def keys(five, letters):
    return ".".join(str(five[letter].pk) for letter in letters)


def ranked(trajectory):
    rows = Bottleneck.objects.filter(trajectory=trajectory)
    rows = rows.exclude(participant_rank=None).order_by("participant_rank")
    return "".join(row.title for row in rows)


def shown(hand, query=""):
    response = hand.client.get(hand.address("together") + query)
    return "".join(card.title for card, _place, _link in response.context["cards"])


def test_what_she_chose_comes_first_and_what_can_wait_last(hand, mirela, five):
    hand.post("together", first=keys(five, "DB"), later=keys(five, "A"))

    mirela.refresh_from_db()
    assert ranked(mirela) == "DBCEA"
    assert mirela.ranked_on == moment.today()


def test_a_tap_joins_and_a_second_tap_takes_it_back(hand, five):
    page = hand.get("together").context
    [link] = [link for card, _place, link in page["cards"] if card.title == "C"]

    tapped = hand.client.get(hand.address("together") + link).context
    places = {card.title: (place, link) for card, place, link in tapped["cards"]}
    assert places["C"][0] == 1
    assert "first=" not in places["C"][1]


def test_what_she_chose_is_not_asked_again_at_the_second_question(hand, five):
    assert shown(hand, f"?step=later&first={keys(five, 'BD')}") == "ACE"


def test_looking_saves_nothing(hand, mirela, five):
    hand.client.get(hand.address("together") + f"?first={keys(five, 'BD')}")

    assert ranked(mirela) == ""


def test_without_a_single_choice_nothing_is_saved(hand, mirela, five):
    hand.post("together")

    mirela.refresh_from_db()
    assert (ranked(mirela), mirela.ranked_on) == ("", None)


@pytest.mark.parametrize("made_up", ["x", "\0", ABSENT, "." * 5000])
def test_keys_that_are_none_are_passed_over(hand, mirela, five, made_up):
    chosen = f"{made_up}.{keys(five, 'CC')}"

    hand.post("together", first=chosen, later=keys(five, "C"))

    assert ranked(mirela) == "CABDE"


def test_the_screen_names_nobody_and_leads_nowhere_else(hand, mirela, five):
    agency = MakeAgency(name="De Linde")
    waiting = {"waiting_on": "agency", "waiting_agency": agency}
    MakeBottleneck(trajectory=mirela, title="Panic", position=6, **waiting)

    html = hand.get("together").content.decode()
    for word in ("Mirela", "De Linde", "My day", "severe", "Severity", "Log session"):
        assert word not in html
    assert mirela.participant.code not in html


def test_the_screen_can_still_be_hidden(hand, five):
    assert "data-hide" in hand.get("together").content.decode()


@pytest.mark.parametrize(("rank", "cards"), [(None, "B"), (1, "AB")])
def test_safety_stands_there_only_if_she_ranked_it_before(hand, mirela, rank, cards):
    made = {"trajectory": mirela, "life_area": "safety", "participant_rank": rank}
    MakeBottleneck(title="A", position=1, **made)
    MakeBottleneck(title="B", position=2, trajectory=mirela)

    assert shown(hand) == cards


@pytest.mark.parametrize(
    ("title", "card"),
    [
        ("Rent and phone debt, € 6,430", "Rent and phone debt"),
        ("Huurschuld (€ 1.250,-)", "Huurschuld"),
        ("Debt of 300 euro at the shop", "Debt of at the shop"),
        ("Start in 2027", "Start in 2027"),
        ("€ 50", "€ 50"),
    ],
)
def test_amounts_stay_off_the_cards(title, card):
    assert without_amount(title) == card


@pytest.mark.parametrize(
    ("spoken", "query", "question"),
    [
        (["nl"], "", "Wat wilt u als eerste?"),
        (["ro", "en"], "", "What do you want first?"),
        (["ro"], "", "What do you want first?"),
        (["en"], "?language=nl", "Wat wilt u als eerste?"),
        (["nl"], "?language=xx", "Wat wilt u als eerste?"),
    ],
)
def test_the_question_comes_in_her_language(
    hand, mirela, five, spoken, query, question
):
    mirela.participant.languages = spoken
    mirela.participant.save()

    response = hand.client.get(hand.address("together") + query)
    code = "nl" if "Wat" in question else "en"
    assert response.context["language"] == code
    assert f'<html lang="{code}"' in response.content.decode()


def test_a_cover_does_not_rank(client, joost, cover, mirela, five):
    client.force_login(joost)

    assert Hand(client, mirela).get("together").status_code == 403
