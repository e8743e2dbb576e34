from participants.blocking import Edge, clashes, find_cycle, frees, repaired


def hard(*pairs):
    return [Edge(*pair, "hard") for pair in pairs]


CHAIN = hard("ab", "bc", "cd")


def test_it_frees_what_waits_on_it_through_others():
    assert [frees(item, CHAIN) for item in "abcd"] == [3, 2, 1, 0]


def test_it_frees_each_only_once():
    assert frees("a", hard("ab", "ac", "bd", "cd")) == 3


def test_a_soft_edge_frees_nothing():
    assert frees("a", [Edge("a", "b", "soft"), *hard("bc")]) == 0


def test_an_item_on_a_cycle_does_not_free_itself():
    assert frees("a", hard("ab", "ba")) == 1


def test_an_edge_that_closes_nothing_has_no_path():
    assert find_cycle(CHAIN, Edge("a", "d", "hard")) is None


def test_a_cycle_of_three_is_told_from_the_blocked_to_the_blocker():
    assert find_cycle(hard("ab", "bc"), Edge("c", "a", "hard")) == ["a", "b", "c"]


def test_of_two_paths_the_shortest_is_told():
    edges = hard("ax", "ab", "bc", "ce", "xe")

    assert find_cycle(edges, Edge("e", "a", "hard")) == ["a", "x", "e"]


def test_an_item_cannot_wait_on_itself():
    assert find_cycle([], Edge("a", "a", "hard")) == ["a"]


def test_a_soft_edge_can_close_a_cycle_too():
    assert find_cycle([Edge("a", "b", "soft")], Edge("b", "a", "soft")) == ["a", "b"]


def test_the_search_ends_when_a_cycle_is_there_already():
    assert find_cycle(hard("ab", "ba"), Edge("c", "a", "hard")) is None


def test_the_blocked_above_its_blocker_is_a_clash():
    assert clashes("bcad", CHAIN) == {("a", "b")}


def test_a_blocker_that_is_solved_or_soft_never_clashes():
    assert clashes("ba", [Edge("a", "b", "soft"), Edge("z", "b", "hard")]) == set()


def test_repair_drops_the_blocked_to_just_after_its_blocker():
    assert repaired("xbaz", hard("ab")) == list("xabz")


def test_repair_leaves_the_blocked_where_it_is_below_its_blocker():
    assert repaired("axbz", hard("ab")) == list("axbz")


def test_repair_drops_a_chain_that_stands_on_its_head():
    assert repaired("dcbaz", CHAIN) == list("abcdz")


def test_what_drops_takes_along_what_waits_on_it():
    assert repaired("bcxaz", hard("ab", "bc")) == list("xabcz")


def test_of_two_blockers_the_last_one_counts():
    assert repaired("bxayc", hard("ab", "cb")) == list("xaycb")


def test_a_diamond_keeps_its_sides_in_order():
    assert repaired("dcbaz", hard("ab", "ac", "bd", "cd")) == list("acbdz")


def test_two_that_drop_to_one_place_keep_their_order():
    assert repaired("cbxa", hard("ab", "ac")) == list("xacb")


def test_a_soft_or_solved_blocker_drops_nothing():
    edges = [Edge("a", "b", "soft"), Edge("z", "b", "hard")]

    assert repaired("ba", edges) == list("ba")


def test_an_edge_to_a_solved_one_is_left_out():
    assert repaired("bca", hard("az", "zb", "ac")) == list("bac")


def test_a_cycle_binds_nobody_and_the_rest_still_binds():
    assert repaired("dcba", hard("ab", "ba", "ad")) == list("cbad")
