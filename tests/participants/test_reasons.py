import pytest
from django.utils import translation

from participants.reasons import hint, sentence


@pytest.fixture(autouse=True)
def _in_english():
    with translation.override("en"):
        yield


def facts(**given):
    return {
        "days": 3,
        "frees": 0,
        "rank": None,
        "weeks": None,
        "other": "Debt of 100%",
        "is_behind": False,
        "waits_on": [],
        "easier_after": [],
    } | given


@pytest.mark.parametrize(
    ("rule", "given", "words"),
    [
        ("acute", {}, "A threat to safety goes first."),
        ("deadline", {"days": 3}, "The deadline is in 3 days."),
        ("deadline", {"days": 1}, "The deadline is in 1 day."),
        ("deadline", {"days": 0}, "The deadline is today."),
        ("deadline", {"days": -1}, "The deadline was 1 day ago."),
        ("deadline", {"days": -12}, "The deadline was 12 days ago."),
        ("frees", {"frees": 1}, "Frees 1 other."),
        ("frees", {"frees": 3}, "Frees 3 others."),
        ("severity", {}, "More severe than “Debt of 100%”."),
        ("rank", {"rank": 1}, "Number 1 in the participant's own order."),
        ("wait", {"weeks": 0}, "The agency has no wait."),
        ("age", {}, "Open longer than “Debt of 100%”."),
        ("tie", {}, "No rule sets it apart from “Debt of 100%”."),
        ("alone", {}, "Nothing else can start before this."),
    ],
)
def test_each_rule_has_its_sentence(rule, given, words):
    assert sentence(rule, facts(**given)) == words


def test_a_wait_of_weeks_says_what_to_do():
    assert sentence("wait", facts(weeks=9)) == (
        "The agency has a 9-week wait. Register early and the wait runs alongside."
    )


@pytest.mark.parametrize(
    ("titles", "words"),
    [
        (["Benefit"], "Comes after “Benefit”: it waits on that first."),
        (["A", "B"], "Comes after “A” and “B”: it waits on those first."),
        (["A", "B", "C"], "Comes after “A”, “B” and “C”: it waits on those first."),
    ],
)
def test_the_repair_names_all_that_is_waited_for(titles, words):
    assert sentence("repair", facts(waits_on=titles)) == words


@pytest.mark.parametrize(
    ("rule", "why"),
    [
        ("acute", "it is a threat to safety"),
        ("deadline", "its deadline is near"),
        ("frees", "it frees more others"),
        ("severity", "it is more severe"),
        ("rank", "the participant ranks it higher"),
        ("wait", "its agency has the longer wait"),
        ("age", "it has been open longer"),
    ],
)
def test_the_last_one_is_told_why_the_other_goes_first(rule, why):
    words = sentence(rule, facts(is_behind=True, other="Benefit"))

    assert words == f"“Benefit” goes first: {why}."


def test_soft_blockers_give_a_hint_and_no_place():
    assert hint(facts(easier_after=["A", "B"])) == "Easier after “A” and “B”."


def test_without_soft_blockers_there_is_no_hint():
    assert hint(facts()) == ""
