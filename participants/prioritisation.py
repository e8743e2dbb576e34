"""Which bottleneck of one trajectory to work on first: a proposal, with reasons.

Pure: no database, no clock. POLICY is a list whose order *is* the policy, compared
rule by rule without weights; then the repair of `blocking` lets nothing stand before
an open bottleneck that it waits on. The words for the reasons live in `reasons`.
"""

import math
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from exitprog.life_areas import LifeArea
from participants.blocking import Edge, among, binding, frees, repaired, upstream
from participants.reasons import hint, sentence

ACUTE = 5
NEAR_DAYS = 7
LAST = math.inf


@dataclass(frozen=True)
class Item:
    """An open bottleneck; it waits as long as the agency's quickest service there."""

    id: Any
    life_area: str
    severity: int
    deadline: date | None
    participant_rank: int | None
    waiting_weeks: int | None
    opened_on: date
    title: str


@dataclass(frozen=True)
class Outlook:
    """What a rule sees beside the item: the day, and how many others each frees."""

    today: date
    frees: Mapping[Any, int]

    def days_left(self, item: Item) -> float:
        if item.deadline is None:
            return LAST
        return (item.deadline - self.today).days


@dataclass(frozen=True)
class Rule:
    """A lower key goes first; LAST means that the rule doesn't speak for the item.

    An item that a fixed rule speaks for keeps its place in the repair.
    """

    name: str
    key: Callable[[Item, Outlook], Any]
    fixed: bool = False


def acute(item, outlook):
    is_acute = item.severity == ACUTE and item.life_area == LifeArea.SAFETY
    return 0 if is_acute else LAST


def near_deadline(item, outlook):
    days = outlook.days_left(item)
    return days if days <= NEAR_DAYS else LAST


def most_freed(item, outlook):
    return -outlook.frees[item.id]


def most_severe(item, outlook):
    return -item.severity


def own_rank(item, outlook):
    return LAST if item.participant_rank is None else item.participant_rank


def longest_wait(item, outlook):
    return LAST if item.waiting_weeks is None else -item.waiting_weeks


def oldest(item, outlook):
    return item.opened_on.toordinal()


def by_id(item, outlook):
    return item.id


FREES = Rule("frees", most_freed)
POLICY = [
    Rule("acute", acute, fixed=True),
    Rule("deadline", near_deadline, fixed=True),
    FREES,
    Rule("severity", most_severe),
    Rule("rank", own_rank),
    Rule("wait", longest_wait),
    Rule("age", oldest),
]
TIE = Rule("tie", by_id)
REPAIR = Rule("repair", by_id)
ALONE = Rule("alone", by_id)


@dataclass(frozen=True)
class Place:
    """A number, the rule that gave it, and the facts that its sentence needs."""

    position: int
    item: Item
    rule: Rule
    facts: Mapping[str, Any]

    @property
    def reason(self) -> str:
        return sentence(self.rule.name, self.facts)

    @property
    def hint(self) -> str:
        """What would make it easier first; empty when no soft edge leads here."""
        return hint(self.facts)


def suggest(
    items: Iterable[Item],
    edges: Iterable[Edge],
    today: date,
    policy: Sequence[Rule] = POLICY,
) -> list[Place]:
    """Every item in the order of the policy after repair, each place explained.

    As long as FREES stands before all rules that aren't fixed, the repair finds
    nothing to do, since a blocker frees more than what waits on it. It keeps the
    promise on the day when the policy is tuned.
    """
    weighing = Weighing(items, edges, today, policy)
    return [
        Place(number, item, weighing.rule_of(item), weighing.facts_of(item))
        for number, item in enumerate(weighing.order, start=1)
    ]


class Weighing:
    """One trajectory's open bottlenecks, held against the policy on one day."""

    def __init__(self, items, edges, today, policy):
        self.items = {item.id: item for item in items}
        self.rules = [*policy, TIE]
        open_edges = among(self.items, edges)
        self.hard = binding(self.items, open_edges)
        self.soft = [edge for edge in open_edges if not edge.is_hard]
        freed = {item_id: frees(item_id, self.hard) for item_id in self.items}
        self.outlook = Outlook(today, freed)
        fixed = {item.id for item in self.items.values() if self.fixed_rule(item)}
        self.obeyed = [edge for edge in self.hard if edge.blocked not in fixed]
        by_policy = sorted(self.items, key=lambda key: self.keys(self.items[key]))
        self.order = [self.items[key] for key in repaired(by_policy, self.obeyed)]
        self.free = [item for item in self.order if not self.is_held_back(item)]

    def keys(self, item, without=None) -> list:
        rules = [rule for rule in self.rules if rule is not without]
        return [rule.key(item, self.outlook) for rule in rules]

    def fixed_rule(self, item) -> Rule | None:
        fixed = (rule for rule in self.rules if rule.fixed)
        return next((r for r in fixed if r.key(item, self.outlook) != LAST), None)

    def is_held_back(self, item) -> bool:
        """Whether it would go before something it waits on, if freeing didn't count.

        What the repair drops is held back; what a fixed rule placed never is.
        """
        mine = self.keys(item, without=FREES)
        ahead = [self.items[item_id] for item_id in upstream(item.id, self.obeyed)]
        return any(mine < self.keys(other, without=FREES) for other in ahead)

    def rule_of(self, item) -> Rule:
        """The rule that placed it.

        A fixed rule that speaks for it; else REPAIR when it is held back; else the
        first rule that sets it apart from its neighbour; ALONE without a neighbour.
        """
        if fixed := self.fixed_rule(item):
            return fixed
        if item not in self.free:
            return REPAIR
        other = self.neighbour(item)
        return ALONE if other is None else self.rule_between(item, other)

    def neighbour(self, item) -> Item | None:
        """The next item that isn't held back; for the last of them the one before."""
        here = self.free.index(item)
        nearest = [*self.free[here + 1 :], *reversed(self.free[:here])]
        return next(iter(nearest), None)

    def rule_between(self, one, other) -> Rule:
        differs = (
            rule
            for rule in self.rules
            if rule.key(one, self.outlook) != rule.key(other, self.outlook)
        )
        return next(differs)

    def facts_of(self, item) -> dict:
        """What the sentence may name; behind: the rule speaks for the other one."""
        compares = item in self.free and not self.fixed_rule(item)
        other = self.neighbour(item) if compares else None
        return {
            "days": self.outlook.days_left(item),
            "frees": self.outlook.frees[item.id],
            "rank": item.participant_rank,
            "weeks": item.waiting_weeks,
            "other": other.title if other else "",
            "is_behind": other is not None and item == self.free[-1],
            "waits_on": self.blockers_of(item, self.hard),
            "easier_after": self.blockers_of(item, self.soft),
        }

    def blockers_of(self, item, edges) -> list[str]:
        ids = {edge.blocker for edge in edges if edge.blocked == item.id}
        return [other.title for other in self.order if other.id in ids]
