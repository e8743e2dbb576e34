"""What holds for every list of bottlenecks, whatever waits on what."""

from datetime import date, timedelta
from itertools import combinations, pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from participants.blocking import Edge, clashes, repaired, upstream
from participants.prioritisation import POLICY, REPAIR, Item, Weighing, suggest

TODAY = date(2026, 5, 11)
WITHOUT_FREES = [rule for rule in POLICY if rule.name != "frees"]
promise = settings(derandomize=True, max_examples=60, database=None, deadline=None)


def near(first, last):
    return st.integers(first, last).map(lambda days: TODAY + timedelta(days=days))


@st.composite
def bottlenecks(draw):
    number = draw(st.integers(1, 8))
    facts = st.builds(
        Item,
        id=st.none(),
        life_area=st.sampled_from(["safety", "housing"]),
        severity=st.integers(3, 5),
        deadline=st.none() | near(-1, 9),
        participant_rank=st.none() | st.integers(1, 3),
        waiting_weeks=st.none() | st.integers(0, 2),
        opened_on=near(-2, 0),
        title=st.none(),
    )
    return [
        Item(**(vars(draw(facts)) | {"id": i, "title": f"{i}"})) for i in range(number)
    ]


@st.composite
def any_graph(draw, ids):
    ends = st.sampled_from(ids)
    edges = st.builds(Edge, ends, ends, st.sampled_from(["hard", "hard", "soft"]))
    return draw(st.lists(edges, max_size=14))


@st.composite
def graph_without_cycles(draw, ids):
    pairs = list(combinations(draw(st.permutations(ids)), 2))
    chosen = draw(st.lists(st.sampled_from(pairs), max_size=14)) if pairs else []
    return [Edge(*pair, draw(st.sampled_from(["hard", "soft"]))) for pair in chosen]


@st.composite
def trajectories(draw, graph=graph_without_cycles):
    items = draw(bottlenecks())
    return items, draw(graph([item.id for item in items]))


def lists_and(graph):
    lists = st.permutations(range(8))
    return lists.flatmap(lambda order: st.tuples(st.just(order), graph(order)))


policies = st.sampled_from([POLICY, WITHOUT_FREES, WITHOUT_FREES[::-1]])


def is_fixed(place):
    return place.rule.name in {"acute", "deadline"}


def overtakes(before, after):
    """The (above, passed) pairs: the second stood above the first, and no longer."""
    return [
        (above, passed)
        for passed, above in combinations(before, 2)
        if after.index(above) < after.index(passed)
    ]


@promise
@given(trajectories(any_graph), policies, st.randoms(use_true_random=False))
def test_the_order_in_which_they_are_handed_in_does_not_matter(drawn, policy, random):
    items, edges = drawn
    first = suggest(items, edges, TODAY, policy)

    random.shuffle(items)
    random.shuffle(edges)

    assert suggest(items, edges, TODAY, policy) == first


@promise
@given(trajectories(any_graph), policies)
def test_every_item_gets_one_place_and_a_rule(drawn, policy):
    items, edges = drawn

    places = suggest(items, edges, TODAY, policy)

    assert [place.position for place in places] == list(range(1, len(items) + 1))
    assert sorted(place.item.id for place in places) == [item.id for item in items]


@promise
@given(trajectories(), policies)
def test_what_is_not_fixed_stands_after_all_its_hard_blockers(drawn, policy):
    items, edges = drawn
    places = suggest(items, edges, TODAY, policy)
    order = [place.item.id for place in places]
    fixed = {place.item.id for place in places if is_fixed(place)}

    assert {blocked for _, blocked in clashes(order, edges)} <= fixed


@promise
@given(trajectories(any_graph))
def test_rules_one_and_two_stand_at_the_top(drawn):
    fixed = [is_fixed(place) for place in suggest(*drawn, TODAY)]

    assert fixed == sorted(fixed, reverse=True)


@promise
@given(trajectories())
def test_todays_policy_leaves_the_repair_nothing_to_do(drawn):
    weighing = Weighing(*drawn, TODAY, POLICY)

    assert weighing.order == sorted(weighing.items.values(), key=weighing.keys)


@promise
@given(trajectories(any_graph), policies)
def test_a_rule_speaks_for_the_one_that_it_puts_before_the_next(drawn, policy):
    weighing = Weighing(*drawn, TODAY, policy)

    for item, following in pairwise(weighing.free):
        rule, outlook = weighing.rule_of(item), weighing.outlook
        if not rule.fixed:
            assert rule.key(item, outlook) < rule.key(following, outlook)


@promise
@given(trajectories(any_graph))
def test_what_the_repair_drops_is_explained_by_the_repair(drawn):
    weighing = Weighing(*drawn, TODAY, WITHOUT_FREES)
    by_policy = sorted(weighing.items.values(), key=weighing.keys)

    explained = [item for item in by_policy if weighing.rule_of(item) is REPAIR]

    assert {item.id for item in explained} == {
        passed.id for _, passed in overtakes(by_policy, weighing.order)
    }


@promise
@given(lists_and(graph_without_cycles))
def test_repair_puts_everything_after_what_it_waits_on(drawn):
    order, edges = drawn
    after = repaired(order, edges)

    assert clashes(after, edges) == set()


@promise
@given(lists_and(graph_without_cycles))
def test_by_repair_nothing_passes_another_that_does_not_have_to_wait(drawn):
    order, edges = drawn
    hard = [edge for edge in edges if edge.is_hard]

    dropped = {passed for _, passed in overtakes(order, repaired(order, edges))}

    assert dropped == {
        item
        for item in order
        if any(order.index(i) > order.index(item) for i in upstream(item, hard))
    }


@promise
@given(lists_and(graph_without_cycles))
def test_what_drops_lands_just_after_the_last_of_its_blockers(drawn):
    order, edges = drawn
    after = repaired(order, edges)
    dropped = {passed for _, passed in overtakes(order, after)}

    for item in dropped:
        blockers = {e.blocker for e in edges if e.is_hard and e.blocked == item}
        last, here = max(map(after.index, blockers)), after.index(item)
        between = set(after[last + 1 : here])
        assert between <= dropped & set(order[: order.index(item)])


@promise
@given(lists_and(any_graph))
def test_repair_is_a_permutation_even_with_cycles(drawn):
    order, edges = drawn

    assert sorted(repaired(order, edges)) == sorted(order)


@promise
@given(lists_and(any_graph))
def test_repairing_twice_is_repairing_once(drawn):
    order, edges = drawn

    once = repaired(order, edges)

    assert repaired(once, edges) == once
