"""The order on one page: what each row says, and what stands beside the order."""

from datetime import timedelta
from itertools import pairwise

import pytest
from django.urls import reverse
from django.utils import timezone

from exitprog import moment
from participants.models import Bottleneck, Dependency
from tests.factories import (
    MakeAgency,
    MakeBottleneck,
    MakeContact,
    MakeSession,
    make_order,
)
from tests.orders import rows
from tests.statements import counted


@pytest.fixture
def session(mirela, anouk):
    """Anouk's last session, a week ago."""
    week_ago = timezone.now() - timedelta(days=7)
    return MakeSession(
        trajectory=mirela, author=anouk, on=week_ago.date(), recorded_at=week_ago
    )


def waits(hand):
    return {
        title: [(link.number, link.is_clash) for link in row.waits_on]
        for title, row in rows(hand).items()
        if row.waits_on
    }


def test_the_title_names_nobody(hand, five):
    html = hand.get().content.decode()

    assert "<title>Priorities · Koers</title>" in html


def test_numbers_run_on_through_the_lanes(hand, five):
    lanes = hand.get().context["board"].lanes

    assert [[row.number for row in lane.rows] for lane in lanes] == [
        [1, 2],
        [3, 4],
        [5],
    ]
    assert [lane.start for lane in lanes] == [1, 3, 5]


def test_without_bottlenecks_it_asks_for_the_first(hand):
    html = hand.get().content.decode()

    assert "No bottlenecks yet. Ask: what do you want sorted first?" in html


def test_when_all_are_closed_it_asks_for_the_new_path(hand, mirela):
    [only] = make_order(mirela, "A")
    hand.post("bottleneck-close", only, version=1, state="solved")

    html = hand.get().content.decode()
    assert "All bottlenecks are solved. Talk about the new path?" in html


def test_more_than_twelve_are_said_to_be_many(hand, mirela):
    make_order(mirela, *map(str, range(13)))

    html = hand.get().content.decode()
    assert "13 open. Which can wait? Later keeps them safe." in html


def test_a_row_says_what_it_waits_on_and_frees(hand, anouk, five):
    Dependency.record(five["A"], five["C"], by=anouk)
    Dependency.record(five["C"], five["E"], by=anouk)

    assert waits(hand) == {"C": [(1, False)], "E": [(3, False)]}
    assert [row.frees for row in rows(hand).values()] == [2, 0, 1, 0, 0]


def test_standing_above_its_blocker_is_a_clash(hand, anouk, five):
    Dependency.record(five["C"], five["B"], by=anouk)

    assert waits(hand) == {"B": [(3, True)]}
    assert "which stands below it" in hand.get().content.decode()


def test_a_soft_edge_explains_and_draws_no_arc(hand, anouk, five):
    Dependency.record(five["C"], five["B"], by=anouk, kind="soft")

    row = rows(hand)["B"]
    assert (row.waits, [link.number for link in row.easier_after]) == ("", [3])


def test_a_solved_blocker_frees(hand, anouk, five):
    Dependency.record(five["A"], five["C"], by=anouk)

    hand.post("bottleneck-close", five["A"], version=1, state="solved")

    assert waits(hand) == {}


def test_her_rank_counts_among_what_is_open(hand, mirela, five):
    for letter, rank in (("A", 5), ("C", 2), ("E", 9)):
        Bottleneck.objects.filter(pk=five[letter].pk).update(participant_rank=rank)

    ranks = {title: row.rank for title, row in rows(hand).items()}
    assert ranks == {"A": 2, "B": None, "C": 1, "D": None, "E": 3}


def test_a_row_shows_the_last_contact_and_its_promise(hand, mirela, anouk, five):
    agency = MakeAgency(name="GGZ De Linde")
    yesterday = moment.today() - timedelta(days=1)
    for facts in (
        {"on": yesterday - timedelta(days=3), "promise": "Old."},
        {"on": yesterday, "promise": "A place in May.", "answer_due": yesterday},
    ):
        contact = MakeContact(trajectory=mirela, author=anouk, agency=agency, **facts)
        contact.touches.create(bottleneck=five["A"])

    contact = rows(hand)["A"].bottleneck.contact
    assert (contact.agency, contact.promise) == ("GGZ De Linde", "A place in May.")
    assert (contact.is_late, contact.was_reached) == (True, True)


def test_an_answered_contact_awaits_nothing(hand, mirela, anouk, five):
    made = {"trajectory": mirela, "author": anouk, "agency": MakeAgency()}
    asked = MakeContact(answer_due=moment.today(), **made)
    asked.touches.create(bottleneck=five["A"])
    MakeContact(answers=asked, direction="in", **made)

    assert rows(hand)["A"].bottleneck.contact.awaits_answer is False


def test_a_row_says_who_is_waited_for_and_since_when(hand, mirela):
    waiting = {"waiting_on": "agency", "waiting_agency": MakeAgency(name="The desk")}
    since = moment.today()
    MakeBottleneck(trajectory=mirela, position=1, waiting_since=since, **waiting)

    assert "We wait for The desk, since today" in hand.get().content.decode()


def test_each_row_leads_to_a_contact_about_it(hand, five):
    html = hand.get().content.decode()

    link = (
        f"{hand.address('contact-new')}?bottleneck={five['B'].pk}&amp;next=priorities"
    )
    assert html.count(link) == 1


def test_the_chart_says_in_words_what_it_draws(hand, five):
    html = hand.get().content.decode()

    assert 'role="img" aria-label="Three orders compared. First for Mirela:' in html
    assert "First as agreed: A, B, C." in html


def test_the_chart_marks_where_the_orders_part(hand, five):
    for rank, letter in enumerate("EABCD", start=1):
        Bottleneck.objects.filter(pk=five[letter].pk).update(participant_rank=rank)

    looks = [line.look for line in hand.get().context["chart"].lines[::2]]
    assert looks == ["", "", "", "", "voice"]


def test_later_is_looked_at_again_on_a_day(hand, mirela, five):
    day = moment.today() + timedelta(days=30)

    hand.post("later-review", version=mirela.version, later_review_on=day.isoformat())

    mirela.refresh_from_db()
    assert mirela.later_review_on == day


@pytest.mark.parametrize("day", ["x", "1900-01-01", "2999-01-01", "2025-02-30"])
def test_a_review_day_out_of_reach_is_said_beside_the_field(hand, mirela, five, day):
    response = hand.post("later-review", version=mirela.version, later_review_on=day)

    assert list(response.context["form"].errors) == ["later_review_on"]


def test_a_review_day_never_puts_back_the_version_of_the_order(hand, mirela, five):
    hand.move(five["A"], "down")

    hand.post("later-review", version=mirela.version, later_review_on="")

    assert hand.version == 1


@pytest.mark.parametrize(
    ("typed", "wrong"),
    [
        ({}, ["participant"]),
        ({"participant": "moon"}, ["participant"]),
        ({"participant": "disagrees"}, ["reason"]),
        ({"participant": "could_not_be_asked"}, ["reason"]),
        ({"participant": "disagrees", "reason": "x" * 10_000}, ["reason"]),
    ],
)
def test_an_agreement_says_what_is_missing(hand, mirela, five, typed, wrong):
    response = hand.post("agree", **typed)

    assert list(response.context["form"].errors) == wrong
    assert not mirela.decisions.exists()


def test_an_agreement_keeps_the_order_as_it_stood(hand, mirela, five):
    hand.post("agree", participant="agrees")
    hand.move(five["A"], "down")

    [decision] = mirela.decisions.all()
    assert decision.order[0] == [str(five["A"].pk), "now"]
    assert "changed since." in hand.get().content.decode()


def test_a_stale_order_is_not_agreed_on(hand, mirela, five):
    hand.move(five["A"], "down")

    response = hand.post("agree", participant="agrees", version=0)

    assert response.status_code == 409
    assert not mirela.decisions.exists()


def test_what_is_typed_is_never_markup(hand, mirela):
    make_order(mirela, "<script>alert(1)</script>", "‮right to left")

    html = hand.get().content.decode()
    assert "<script>alert" not in html
    assert html.count("&lt;script&gt;alert(1)&lt;/script&gt;") >= 1


def test_another_dossiers_order_is_not_found(client, noor, mirela):
    client.force_login(noor)
    code = mirela.participant.code

    response = client.get(reverse("participants:priorities", args=[code]))

    assert response.status_code == 404


@pytest.mark.parametrize("size", [9, 25])
def test_the_page_takes_as_many_statements_for_any_size(
    hand, mirela, anouk, session, size
):
    made = make_order(mirela, *[f"Bottleneck {n}" for n in range(size)])
    for blocker, blocked in pairwise(made):
        Dependency.record(blocker, blocked, by=anouk)
        contact = MakeContact(trajectory=mirela, author=anouk, direction="in")
        contact.touches.create(bottleneck=blocked)

    with counted() as statements:
        hand.get()

    assert len(statements) == 11
