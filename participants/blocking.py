"""What waits on what: the graph between the open bottlenecks of one trajectory.

Pure, on ids. An edge to a bottleneck that is no longer open is simply left out, so
a solved blocker frees what waited on it.
"""

from collections import deque
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Edge:
    """`blocked` waits on `blocker`: by rule or law (hard), or in practice (soft)."""

    blocker: Any
    blocked: Any
    kind: str = "hard"

    @property
    def is_hard(self) -> bool:
        return self.kind == "hard"


def among(ids: Collection, edges: Iterable[Edge]) -> list[Edge]:
    """The edges that have both ends in `ids`."""
    return [edge for edge in edges if edge.blocker in ids and edge.blocked in ids]


def binding(ids: Collection, edges: Iterable[Edge]) -> list[Edge]:
    """The hard edges among `ids` that can all be obeyed: none that closes a cycle.

    Cycles are refused when an edge is drawn. Should one be there all the same, all
    its edges are ignored, and every other edge still binds.
    """
    hard = [edge for edge in among(ids, edges) if edge.is_hard]
    return [edge for edge in hard if not find_cycle(hard, edge)]


def reached(start: Any, edges: Iterable[Edge]) -> set:
    """All that waits on `start`, at once or through others."""
    edges = list(edges)
    found, fresh = set(), {start}
    while fresh:
        fresh = {edge.blocked for edge in edges if edge.blocker in fresh} - found
        found |= fresh
    return found


def upstream(item_id: Any, edges: Iterable[Edge]) -> set:
    """All that it waits on, at once or through others."""
    return reached(item_id, [Edge(edge.blocked, edge.blocker) for edge in edges])


def frees(item_id: Any, edges: Iterable[Edge]) -> int:
    """How many others wait on it over hard edges, at once or through others."""
    hard = [edge for edge in edges if edge.is_hard]
    return len(reached(item_id, hard) - {item_id})


def find_cycle(edges: Iterable[Edge], new_edge: Edge) -> list | None:
    """The shortest path that `new_edge` would close, or None when it closes none.

    It runs from what the new edge blocks, along what waits on it, to the blocker:
    each already waits on the one before it. Edges of either kind count; hand in
    the hard ones alone to let soft edges run in a circle.
    """
    edges = list(edges)
    paths, seen = deque([[new_edge.blocked]]), {new_edge.blocked}
    while paths:
        path = paths.popleft()
        if path[-1] == new_edge.blocker:
            return path
        for edge in edges:
            if edge.blocker == path[-1] and edge.blocked not in seen:
                seen.add(edge.blocked)
                paths.append([*path, edge.blocked])
    return None


def clashes(order: Sequence, edges: Iterable[Edge]) -> set[tuple]:
    """The (blocker, blocked) pairs of which the blocked one stands above, both open.

    Only hard edges clash: soft ones explain, and order nothing.
    """
    place = {item_id: number for number, item_id in enumerate(order)}
    return {
        (edge.blocker, edge.blocked)
        for edge in among(place, edges)
        if edge.is_hard and place[edge.blocked] < place[edge.blocker]
    }


def repaired(order: Sequence, edges: Iterable[Edge]) -> list:
    """The order in which nothing stands before what it waits on.

    Again and again the first of what is left takes the next place, skipping over
    what waits on something that is left. So it ends, it is a permutation, and:

    - everything stands after all its binding blockers;
    - what was skipped drops to just after the last of its blockers; only others
      that drop to that same place, and went before it, may stand in between;
    - nothing rises: one overtakes another only because that other was skipped, and
      all that is never skipped keeps its relative order;
    - a second repair changes nothing.

    To let something stay above its blockers, leave out the edges that lead to it.
    """
    blockers = {item_id: set() for item_id in order}
    for edge in binding(blockers, edges):
        blockers[edge.blocked].add(edge.blocker)
    left, placed = list(order), []
    while left:
        ready = next(item_id for item_id in left if blockers[item_id].isdisjoint(left))
        left.remove(ready)
        placed.append(ready)
    return placed
