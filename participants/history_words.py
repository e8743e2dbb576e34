"""A line of the order's history: what was done, from which order to which."""

from dataclasses import dataclass, field
from datetime import datetime

from django.utils.translation import gettext as _

from participants.models.bottleneck import Lane
from participants.models.order import KeepReason, MoveKind
from participants.undoing import pairs_of


@dataclass(frozen=True)
class Stone:
    """A bottleneck with its number in an earlier order."""

    number: int
    title: str
    lane: str
    is_meant: bool


@dataclass(frozen=True)
class Line:
    at: datetime
    by: str
    text: str
    why: str = ""
    before: list[Stone] = field(default_factory=list)
    after: list[Stone] = field(default_factory=list)


def history_lines(moves, bottlenecks):
    return [_line(move, bottlenecks) for move in moves]


def _line(move, bottlenecks):
    changes = move.before != move.after
    return Line(
        at=move.at,
        by=move.by.name,
        text=_text(move, bottlenecks),
        why=_why(move),
        before=_stones(move.before, move, bottlenecks) if changes else [],
        after=_stones(move.after, move, bottlenecks) if changes else [],
    )


def _why(move):
    reason = KeepReason(move.why).label if move.why else ""
    if move.why == KeepReason.OTHER:
        reason = ""
    return ". ".join(filter(None, [str(reason).capitalize(), move.explanation]))


def _text(move, bottlenecks):
    before, after = _places(move.before), _places(move.after)
    facts = {"title": _title(move.bottleneck_id, bottlenecks)}
    facts |= before.get(move.bottleneck_id, {"from": "", "from_lane": ""})
    to = after.get(move.bottleneck_id, {"from": "", "from_lane": ""})
    facts |= {"to": to["from"], "to_lane": to["from_lane"]}
    return SENTENCES[MoveKind(move.kind)](move, facts)


def _places(stored):
    return {
        key: {"from": number, "from_lane": Lane(lane).label}
        for number, (key, lane) in enumerate(pairs_of(stored), start=1)
    }


def _title(key, bottlenecks):
    return bottlenecks[key].title if key in bottlenecks else ""


def _stones(stored, move, bottlenecks):
    return [
        Stone(
            number,
            _title(key, bottlenecks),
            Lane(lane).label,
            key == move.bottleneck_id,
        )
        for number, (key, lane) in enumerate(pairs_of(stored), start=1)
    ]


def _moved(move, facts):
    if facts["from"] == facts["to"]:
        text = _("“%(title)s” from %(from_lane)s to %(to_lane)s, still at %(to)s")
    elif facts["from_lane"] == facts["to_lane"]:
        text = _("“%(title)s” from %(from)s to %(to)s")
    else:
        text = _("“%(title)s” from %(from)s to %(to)s, now in %(to_lane)s")
    return text % facts


def _added(move, facts):
    return _("“%(title)s” added at %(to)s") % facts


def _closed(move, facts):
    if move.bottleneck_id is None:
        return _("Several bottlenecks taken off")
    return _("“%(title)s” taken off, was %(from)s") % facts


def _reopened(move, facts):
    return _("“%(title)s” opened again at %(to)s") % facts


def _suggestion(move, facts):
    return _("The suggested order was used")


def _kept(move, facts):
    facts |= {"suggested": move.suggested_position}
    return _("“%(title)s” kept at %(to)s, suggested was %(suggested)s") % facts


def _undone(move, facts):
    if move.bottleneck_id is None:
        return _("Undone: the suggested order")
    return _("Undone: “%(title)s” back at %(to)s") % facts


SENTENCES = {
    MoveKind.MOVED: _moved,
    MoveKind.ADDED: _added,
    MoveKind.CLOSED: _closed,
    MoveKind.REOPENED: _reopened,
    MoveKind.SUGGESTION: _suggestion,
    MoveKind.KEPT: _kept,
    MoveKind.UNDONE: _undone,
}
