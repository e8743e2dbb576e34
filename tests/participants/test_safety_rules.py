"""What the sentences about safe contact promise, in both languages."""

from datetime import date, timedelta

import pytest
from django.utils import timezone, translation

from participants.models import Participant, SafeContact
from participants.safety_rules import (
    days_text,
    hours_rule,
    safety_lines,
    safety_rules,
    short_rule,
)

WORDS = Participant().words
WEEK = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]


@pytest.fixture(autouse=True)
def english():
    with translation.override("en"):
        yield


def contact(level="care", **facts):
    return SafeContact(level=level, **facts)


def discussed(days, level="care"):
    day = timezone.localdate() - timedelta(days=days)
    return safety_lines(contact(level, checked_on=day), WORDS)


def texts(**facts):
    return [rule.text for rule in safety_rules(contact(**facts))]


def test_not_asked_says_one_thing():
    assert texts(level="not_asked", channels=["call"], visit_rule="In pairs") == [
        "Safe contact not asked yet. Leave no message."
    ]


@pytest.mark.parametrize(
    ("facts", "rule"),
    [
        ({}, "Do not call. No safe way is known."),
        (
            {"channels": ["app"], "app_name": "Signal"},
            "Do not call. Use the Signal app only.",
        ),
        ({"channels": ["app"]}, "Do not call. Only: app."),
        (
            {"channels": ["text", "email"]},
            "Do not call. Only: text message, e-mail.",
        ),
        ({"channels": ["call"]}, "You may call."),
        (
            {"channels": ["call", "app"], "app_name": "Signal"},
            "You may call. Also: Signal app.",
        ),
    ],
)
def test_the_first_rule_says_whether_to_call(facts, rule):
    assert short_rule(contact(**facts)) == rule


def test_all_rules_stand_in_order():
    assert texts(
        channels=["call"],
        days=WEEK[:5],
        from_time="10:00",
        until_time="14:00",
        visit_rule="Visit in pairs",
        say_who="a friend",
        voicemail=False,
        post=False,
    ) == [
        "You may call.",
        "Weekdays 10:00\N{EN DASH}14:00",
        "Visit in pairs",
        "Say you are: a friend",
        "Leave no voicemail",
        "Send no post",
    ]


def test_a_voicemail_that_nobody_asked_about_is_not_left():
    assert texts(channels=["call"]) == ["You may call.", "Leave no voicemail"]


@pytest.mark.parametrize("said", [None, False])
def test_without_a_call_there_is_no_voicemail_to_speak_of(said):
    assert texts(channels=["text"], voicemail=said) == [
        "Do not call. Only: text message."
    ]


@pytest.mark.parametrize(
    ("days", "text"),
    [
        ([], ""),
        (WEEK, "Every day"),
        (WEEK[:5], "Weekdays"),
        (WEEK[:4], "Mon\N{EN DASH}Thu"),
        (["mon", "wed"], "Mon, Wed"),
        (["mon", "tue"], "Mon, Tue"),
        (["mon", "wed", "thu", "fri", "sun"], "Mon, Wed\N{EN DASH}Fri, Sun"),
        (["sun", "mon"], "Mon, Sun"),
        (["someday"], ""),
    ],
)
def test_days_are_said_in_few_words(days, text):
    assert days_text(days) == text


@pytest.mark.parametrize(
    ("start", "end", "text"),
    [
        ("", "", ""),
        ("09:00", "", "from 09:00"),
        ("", "17:30", "until 17:30"),
        ("09:00", "17:30", "09:00\N{EN DASH}17:30"),
    ],
)
def test_hours_may_be_open_at_an_end(start, end, text):
    assert hours_rule(contact(from_time=start, until_time=end)) == text


def test_a_check_that_is_recent_enough_is_not_stale():
    assert (discussed(30).is_stale, discussed(7, "acute").is_stale) == (False, False)


def test_a_check_of_more_than_a_month_asks_again():
    lines = discussed(31)

    assert (lines.is_stale, lines.checked[-30:]) == (
        True,
        "Older than a month. Ask again.",
    )


def test_under_acute_threat_a_week_is_too_long():
    lines = discussed(8, "acute")

    assert (lines.is_stale, lines.checked[-29:]) == (
        True,
        "Older than a week. Ask again.",
    )


def test_not_asked_tells_of_no_check():
    lines = safety_lines(contact("not_asked"), WORDS)

    assert (lines.checked, lines.is_stale) == ("", False)


def test_the_sentence_follows_the_pronoun(time_machine):
    time_machine.move_to("2026-05-12T12:00:00+02:00")
    words = Participant(pronoun="they").words

    said = safety_lines(contact(checked_on=date(2026, 5, 5)), words).checked

    assert said == "Discussed with them on 5 May"
