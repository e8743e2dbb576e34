from datetime import date, timedelta

import pytest

from participants.blocking import Edge
from participants.prioritisation import POLICY, Item, suggest

TODAY = date(2026, 5, 11)


def make_item(item_id, **facts):
    facts = {
        "life_area": "housing",
        "severity": 3,
        "deadline": None,
        "participant_rank": None,
        "waiting_weeks": None,
        "opened_on": TODAY - timedelta(days=30),
        "title": item_id.upper(),
    } | facts
    return Item(id=item_id, **facts)


def in_days(days):
    return TODAY + timedelta(days=days)


def hard(*pairs):
    return [Edge(*pair, "hard") for pair in pairs]


def order(*items, edges=(), policy=POLICY):
    return [place.item.id for place in suggest(items, edges, TODAY, policy)]


def rules(*items, edges=(), policy=POLICY):
    places = suggest(items, edges, TODAY, policy)
    return {place.item.id: place.rule.name for place in places}


def test_the_policy_reads_in_its_own_order():
    names = [rule.name for rule in POLICY]

    assert names == ["acute", "deadline", "frees", "severity", "rank", "wait", "age"]


def test_the_places_are_numbered_from_one():
    places = suggest([make_item(i) for i in "abc"], [], TODAY)

    assert [place.position for place in places] == [1, 2, 3]


def test_nothing_open_gives_no_places():
    assert suggest([], [], TODAY) == []


def test_acute_safety_goes_before_a_deadline_that_passed():
    late = make_item("a", deadline=in_days(-3))
    acute = make_item("b", life_area="safety", severity=5)

    assert order(late, acute) == ["b", "a"]


def test_severe_safety_is_not_acute():
    late = make_item("a", deadline=in_days(-3))
    severe = make_item("b", life_area="safety", severity=4)

    assert order(late, severe) == ["a", "b"]


def test_acute_elsewhere_is_no_acute_safety():
    late = make_item("a", deadline=in_days(-3))
    debts = make_item("b", life_area="debts", severity=5)

    assert order(late, debts) == ["a", "b"]


def test_a_deadline_within_seven_days_goes_before_one_that_frees_others():
    opener, waits = make_item("a"), make_item("b")
    soon = make_item("c", deadline=in_days(7))

    assert order(opener, waits, soon, edges=hard("ab")) == ["c", "a", "b"]


def test_a_deadline_in_eight_days_does_not_count_yet():
    opener, waits = make_item("a"), make_item("b")
    later = make_item("c", deadline=in_days(8))

    assert order(opener, waits, later, edges=hard("ab")) == ["a", "b", "c"]


def test_the_nearest_deadline_goes_first_and_a_passed_one_before_it():
    near = make_item("a", deadline=in_days(5), severity=5)
    nearer = make_item("b", deadline=in_days(0))
    late = make_item("c", deadline=in_days(-40), severity=1)

    assert order(near, nearer, late) == ["c", "b", "a"]


def test_freeing_more_others_through_others_goes_before_severity():
    severe = make_item("a", severity=5)
    start, middle, end = (make_item(i, severity=1) for i in "bcd")

    assert order(severe, end, middle, start, edges=hard("bc", "cd")) == list("bcad")


def test_soft_edges_free_nothing():
    items = [make_item("a", severity=1), make_item("b"), make_item("c", severity=4)]

    assert order(*items, edges=[Edge("a", "b", "soft")]) == ["c", "b", "a"]


def test_the_more_severe_goes_before_the_participants_first_choice():
    first_choice = make_item("a", participant_rank=1)
    severe = make_item("b", severity=4)

    assert order(first_choice, severe) == ["b", "a"]


def test_the_own_rank_goes_before_a_long_wait_and_the_unranked_go_last():
    unranked = make_item("a", waiting_weeks=40)
    third = make_item("b", participant_rank=3)
    first = make_item("c", participant_rank=1)

    assert order(unranked, third, first) == ["c", "b", "a"]


def test_the_longest_wait_goes_before_age_and_the_unknown_go_last():
    unknown = make_item("a", opened_on=in_days(-900))
    none = make_item("b", waiting_weeks=0)
    long = make_item("c", waiting_weeks=9)

    assert order(unknown, none, long) == ["c", "b", "a"]


def test_the_oldest_goes_first_when_nothing_else_differs():
    young = make_item("a", opened_on=in_days(-1))
    old = make_item("b", opened_on=in_days(-2))

    assert order(young, old) == ["b", "a"]


def test_equals_stand_by_id():
    assert order(make_item("b"), make_item("a")) == ["a", "b"]


WITHOUT_FREES = [rule for rule in POLICY if rule.name != "frees"]


def severities(**given):
    return [make_item(i, severity=severity) for i, severity in given.items()]


def test_a_tuned_policy_still_puts_the_blocked_after_its_blocker():
    items = severities(a=1, b=5, c=3)

    assert order(*items, edges=hard("ab"), policy=WITHOUT_FREES) == ["c", "a", "b"]


@pytest.mark.parametrize(
    "urgent",
    [{"life_area": "safety", "severity": 5}, {"deadline": in_days(2)}],
)
def test_rules_one_and_two_keep_the_blocked_above_its_blocker(urgent):
    blocker, blocked = make_item("a"), make_item("b", **urgent)

    assert order(blocker, blocked, edges=hard("ab")) == ["b", "a"]


def test_a_blocker_that_is_solved_frees():
    assert order(*severities(b=5, c=3), edges=hard("ab")) == ["b", "c"]


def test_a_cycle_ends_in_an_order_all_the_same():
    items = severities(a=1, b=5, c=3)

    assert order(*items, edges=hard("ab", "ba")) == ["b", "c", "a"]


def test_a_fixed_rule_explains_all_that_it_speaks_for():
    acute = [make_item(i, life_area="safety", severity=5) for i in "ab"]

    assert rules(*acute, make_item("c")) == {"a": "acute", "b": "acute", "c": "acute"}


def test_the_first_rule_that_differs_from_the_next_explains():
    severe, ranked = make_item("a", severity=5), make_item("b", participant_rank=1)
    waits, old = make_item("c", waiting_weeks=9), make_item("d", opened_on=date.min)
    found = rules(severe, ranked, waits, old, make_item("e"))

    assert list(found.values()) == ["severity", "rank", "wait", "age", "age"]


def test_what_would_go_before_its_blocker_is_explained_by_it():
    items = severities(a=2, b=5, c=3)

    assert rules(*items, edges=hard("ab")) == {
        "a": "frees",
        "b": "repair",
        "c": "frees",
    }


def test_what_would_go_after_its_blocker_anyway_is_not_explained_by_it():
    assert rules(*severities(a=4, b=3, c=2), edges=hard("ab"))["b"] == "severity"


def test_a_chain_explains_each_by_the_one_it_waits_on():
    places = suggest(severities(a=1, b=2, c=3), hard("ab", "bc"), TODAY)

    assert [place.facts["waits_on"] for place in places] == [[], ["A"], ["B"]]


def test_what_waits_on_something_fixed_is_not_held_back_by_what_that_waits_on():
    items = [*severities(a=1, c=5), make_item("b", deadline=TODAY)]

    assert rules(*items, edges=hard("ab", "bc"))["c"] == "frees"


def test_only_the_last_is_told_why_the_one_before_it_goes_first():
    places = suggest(severities(a=1, b=5, c=3), [], TODAY)
    told = [(place.facts["other"], place.facts["is_behind"]) for place in places]

    assert told == [("C", False), ("A", False), ("C", True)]


def test_a_last_one_with_a_fixed_rule_is_told_its_own():
    acute = [make_item(i, life_area="safety", severity=5) for i in "ab"]

    assert [p.facts["is_behind"] for p in suggest(acute, [], TODAY)] == [False, False]


def test_soft_blockers_are_named_in_the_order_of_the_suggestion():
    edges = [Edge(blocker, "c", "soft") for blocker in "ab"]
    places = suggest(severities(a=3, b=4, c=1), edges, TODAY)

    assert places[2].facts["easier_after"] == ["B", "A"]


def test_equals_on_every_rule_say_so():
    assert rules(make_item("a"), make_item("b")) == {"a": "tie", "b": "tie"}


def test_the_only_one_has_nothing_to_compare_with():
    assert rules(make_item("a")) == {"a": "alone"}


def test_an_acute_one_is_acute_on_its_own_too():
    assert rules(make_item("a", life_area="safety", severity=5)) == {"a": "acute"}
