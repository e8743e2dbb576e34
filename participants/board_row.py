"""A row of the order: one bottleneck in its place, with all that is said of it."""

from collections import defaultdict
from dataclasses import dataclass

from participants.blocking import clashes, frees
from participants.deadline_words import due
from participants.models import Bottleneck
from participants.ordering import can_move_down, can_move_up
from participants.prioritisation import Place
from participants.undoing import pairs_of


@dataclass(frozen=True)
class Link:
    """Another bottleneck that a row points at, by its number."""

    number: int
    bottleneck: Bottleneck
    is_clash: bool = False


@dataclass(frozen=True)
class Row:
    """One bottleneck in its place."""

    number: int
    bottleneck: Bottleneck
    rank: int | None
    was: int | None
    waits_on: list[Link]
    easier_after: list[Link]
    frees: int
    place: Place
    reason: str
    is_kept: bool
    has_new_wait: bool
    can_move_up: bool
    can_move_down: bool

    @property
    def due(self):
        return due(self.bottleneck)

    @property
    def differs(self):
        """The suggestion puts it elsewhere."""
        return self.place.position != self.number

    @property
    def shows_suggestion(self):
        return self.differs and not self.is_kept

    @property
    def waits(self):
        """The ids of its open hard blockers, for the arcs."""
        return " ".join(str(link.bottleneck.pk) for link in self.waits_on)


class RowMaker:
    """Puts together what is said of each bottleneck."""

    def __init__(self, board):
        self.board, self.marks = board, board.marks
        self.by_id = {row.pk: row for row in board.active}
        self.clashes = clashes(list(board.numbers), board.graph)
        self.kept = self.marks.kept()
        self.places = {place.item.id: place for place in board.places}
        self.then = self.marks.places_then(board.pairs)
        self.why = {
            (edge.blocker_id, edge.blocked_id): edge.reason for edge in board.edges
        }
        self.links = defaultdict(lambda: {"hard": [], "soft": []})
        for edge in board.graph:
            self.links[edge.blocked][edge.kind].append(self.link(edge))

    def rows(self):
        return [self.row(bottleneck) for bottleneck in self.board.active]

    def row(self, bottleneck):
        key, place = bottleneck.pk, self.places[bottleneck.pk]
        hard = sorted(self.links[key]["hard"], key=lambda link: link.number)
        return Row(
            number=self.board.numbers[key],
            bottleneck=bottleneck,
            rank=self.board.ranks.get(key),
            was=self.was(key),
            waits_on=hard,
            easier_after=self.links[key]["soft"],
            frees=frees(key, self.board.graph),
            place=place,
            reason=self.reason(place, hard),
            is_kept=self.is_kept(place),
            has_new_wait=self.marks.is_later(bottleneck.wait),
            can_move_up=can_move_up(self.board.pairs, key),
            can_move_down=can_move_down(self.board.pairs, key),
        )

    def link(self, edge):
        return Link(
            self.board.numbers[edge.blocker],
            self.by_id[edge.blocker],
            (edge.blocker, edge.blocked) in self.clashes,
        )

    def was(self, key):
        """Its number at the reader's last session, if someone moved it since."""
        number = self.then.get(key)
        moved = self.marks.moved
        if number == self.board.numbers[key] or (
            moved is not None and key not in moved
        ):
            return None
        return number

    def reason(self, place, waits_on):
        """The reason of its only blocker says more than that there is one."""
        if place.rule.name != "repair" or len(waits_on) != 1:
            return place.reason
        [link] = waits_on
        return self.why[link.bottleneck.pk, place.item.id] or place.reason

    def is_kept(self, place):
        """Kept here on purpose, against this very suggestion."""
        move = self.kept.get(place.item.id)
        if move is None or move.suggested_position != place.position:
            return False
        here = self.board.numbers[place.item.id]
        return [place.item.id] == [
            key for key, _lane in pairs_of(move.after)[here - 1 : here]
        ]
