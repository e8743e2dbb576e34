"""The counsellor's own order: one list that three headings cut, and its moves.

An order is a list of (id, lane) pairs, first to last; a pair's number is its place,
counted through all lanes, and the lanes always run now, next, later. Each move
returns a new list. An id that isn't there, or is already, raises ValueError.
"""

NOW, NEXT, LATER = LANES = ("now", "next", "later")


def move_up(order, item_id):
    """One step up: past the one above, or over the heading at the top of the lane.

    A heading is a step of its own: the lane changes and the number stays. The first
    of Now stays where it is.
    """
    here = place_of(order, item_id)
    lane = order[here][1]
    if here > 0 and order[here - 1][1] == lane:
        return swapped(order, here - 1)
    return in_lane(order, here, LANES[max(LANES.index(lane) - 1, 0)])


def move_down(order, item_id):
    """One step down, the mirror of `move_up`. The last of Later stays."""
    here = place_of(order, item_id)
    lane = order[here][1]
    if here + 1 < len(order) and order[here + 1][1] == lane:
        return swapped(order, here)
    return in_lane(order, here, LANES[min(LANES.index(lane) + 1, len(LANES) - 1)])


def can_move_up(order, item_id):
    return move_up(order, item_id) != list(order)


def can_move_down(order, item_id):
    return move_down(order, item_id) != list(order)


def move_to(order, item_id, lane, position=None):
    """To a number in a lane; without a number, to the lane's end.

    The lane wins: a number that this lane doesn't reach becomes its nearest one.
    """
    rest, above = remove(order, item_id), LANES[: LANES.index(lane)]
    first = sum(other in above for _id, other in rest)
    end = first + sum(other == lane for _id, other in rest)
    wished = end if position is None else position - 1
    place = min(max(wished, first), end)
    return [*rest[:place], (item_id, lane), *rest[place:]]


def insert_new(order, item_id):
    """A new bottleneck lands at the end of Next."""
    if any(other == item_id for other, _lane in order):
        raise ValueError(f"{item_id} is in the order already.")
    return move_to([*order, (item_id, LATER)], item_id, NEXT)


def remove(order, item_id):
    here = place_of(order, item_id)
    return [*order[:here], *order[here + 1 :]]


def lanes_for(order, now_limit):
    """The lanes of a suggested order, given with the lanes that its items have now.

    The first `now_limit` go to Now. What was Later stays Later only where nothing
    but Later follows: before an item that goes to Next it goes to Next as well, so
    that one order runs through the lanes. Nothing else becomes Later.
    """
    later = len(order)
    while later > now_limit and order[later - 1][1] == LATER:
        later -= 1
    lanes = [NOW] * min(now_limit, later) + [NEXT] * max(later - now_limit, 0)
    lanes += [LATER] * (len(order) - later)
    return [(item_id, lane) for (item_id, _), lane in zip(order, lanes, strict=True)]


def place_of(order, item_id):
    return [other for other, _lane in order].index(item_id)


def swapped(order, here):
    """The pairs at `here` and just after it change places."""
    return [*order[:here], order[here + 1], order[here], *order[here + 2 :]]


def in_lane(order, here, lane):
    return [*order[:here], (order[here][0], lane), *order[here + 1 :]]
