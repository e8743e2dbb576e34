"""What is new since the last session: what was moved, and what happened."""

from datetime import timedelta

import pytest
from django.utils import timezone

from exitprog import moment
from participants.models import SessionTouch
from tests.factories import (
    MakeAgency,
    MakeBottleneck,
    MakeContact,
    MakeService,
    MakeSession,
)
from tests.orders import rows


@pytest.fixture
def session(mirela, anouk):
    """Anouk's last session, a week ago."""
    week_ago = timezone.now() - timedelta(days=7)
    return MakeSession(
        trajectory=mirela, author=anouk, on=week_ago.date(), recorded_at=week_ago
    )


def news(hand):
    return [f"{item.name} {item.text}" for item in hand.get().context["news"]]


def test_was_is_said_of_what_someone_moved_since_the_last_session(hand, five, session):
    hand.move(five["E"], "now")

    assert {title: row.was for title, row in rows(hand).items()} == {
        "A": None,
        "B": None,
        "E": 5,
        "C": None,
        "D": None,
    }


def test_what_was_moved_and_undone_is_no_news(hand, five, session):
    hand.move(five["E"], "now")
    hand.post("undo")
    hand.move(five["D"], "now")

    assert {title for title, row in rows(hand).items() if row.was} == {"D"}


def test_without_a_session_it_is_compared_with_the_agreement(hand, five):
    hand.post("agree", participant="agrees")
    hand.move(five["E"], "now")

    assert rows(hand)["E"].was == 5


def test_a_move_before_the_last_session_is_no_news(hand, mirela, anouk, five):
    hand.move(five["E"], "now")
    MakeSession(trajectory=mirela, author=anouk)

    assert rows(hand)["E"].was is None


def test_news_tells_a_severity_that_changed_in_ones_own_session(hand, five, session):
    SessionTouch.objects.create(
        session=session, bottleneck=five["A"], severity_before=4, severity_after=5
    )

    [told] = news(hand)
    assert told.startswith("A went from 4 to 5 in your session on ")


def test_news_names_the_colleague_whose_session_it_was(
    hand, mirela, joost, five, session
):
    made = {"trajectory": mirela, "author": joost}
    SessionTouch.objects.create(
        session=MakeSession(**made),
        bottleneck=five["A"],
        severity_before=5,
        severity_after=3,
    )

    [told] = news(hand)
    assert told.startswith("A went from 5 to 3 in a session of Joost Bakker on ")


def test_news_tells_answers_and_waiting_times(hand, mirela, anouk, session):
    agency = MakeAgency(name="De Linde")
    asked = {"waiting_weeks": 9, "waiting_updated_on": moment.today()}
    MakeService(agency=agency, **asked)
    waiting = {"waiting_on": "agency", "waiting_agency": agency}
    MakeBottleneck(trajectory=mirela, position=1, title="A", **waiting)
    MakeContact(
        trajectory=mirela, author=anouk, agency=agency, direction="in", promise="Yes."
    )

    told = news(hand)
    assert told[0].startswith("De Linde now has a waiting time of 9 weeks (asked ")
    assert told[1].startswith("De Linde answered on ")
    assert len(told) == 2


def test_what_was_before_the_last_session_is_no_news(hand, mirela, anouk, five):
    MakeContact(trajectory=mirela, author=anouk, direction="in")
    MakeSession(trajectory=mirela, author=anouk)

    assert news(hand) == []


def test_who_logged_no_session_is_told_so(hand, five):
    assert hand.get().context["news"] is None
