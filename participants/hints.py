"""What usually stands before a bottleneck of this kind: a hint, never an edge."""

from dataclasses import dataclass

from agencies.models import StandardBlocker
from participants.models import Bottleneck


@dataclass(frozen=True)
class Hint:
    """A standard blocker, and the open bottlenecks that could be meant by it."""

    standard: StandardBlocker
    offered: list[Bottleneck]


def hints_for(bottleneck, active, edges):
    """The valid standard blockers of its kind: what is offered first, then hard, soft.

    One that is waited on already offers nothing.
    """
    if bottleneck.kind_id is None:
        return []
    known = {edge.blocker_id for edge in edges if edge.blocked_id == bottleneck.pk}
    known.add(bottleneck.pk)
    rows = StandardBlocker.objects.valid().filter(blocked=bottleneck.kind_id)
    hints = [
        Hint(
            row,
            [b for b in active if b.kind_id == row.blocker_id and b.pk not in known],
        )
        for row in rows.select_related("blocker").order_by("strength", "pk")
    ]
    return sorted(hints, key=lambda hint: not hint.offered)
