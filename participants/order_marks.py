"""From where the order is compared: the reader's last session, and what moved since."""

from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property

from django.db.models import OuterRef, Q, Subquery
from django.db.models.functions import JSONObject
from django.utils import timezone
from django.utils.dateparse import parse_date, parse_datetime

from exitprog import moment
from participants.models import OrderDecision, OrderMove, Session, Trajectory
from participants.undoing import UNDO_WITHIN, find_undoable, pairs_of

MOST_MOVES = 300
QUIET = {"added", "closed", "undone"}


@dataclass(frozen=True)
class Agreed:
    """The newest word of the participant on the order, and the order then."""

    at: datetime
    participant: str
    pairs: list

    @property
    def on(self):
        return timezone.localdate(self.at)


@dataclass(frozen=True)
class Marks:
    """The reader's last session, the last agreement, and the moves that matter."""

    session_on: date | None
    session_at: datetime | None
    agreed: Agreed | None
    moves: list[OrderMove]

    @property
    def since(self):
        """The moment to compare with: the last session, else the last agreement."""
        return self.session_at or (self.agreed and self.agreed.at)

    @cached_property
    def later_moves(self):
        """What changed the order since then, newest first."""
        if self.since is None:
            return []
        return [m for m in self.moves if m.kind != "kept" and m.at > self.since]

    def places_then(self, pairs):
        """{id: number} at that moment, given the present order."""
        if self.session_at is None and self.agreed:
            pairs = self.agreed.pairs
        elif self.later_moves:
            pairs = pairs_of(self.later_moves[-1].before)
        return {key: number for number, (key, _lane) in enumerate(pairs, start=1)}

    @cached_property
    def moved(self):
        """The ids that someone moved since; None when all of it may have moved."""
        undone = {m.undoes_id for m in self.later_moves}
        told = [
            m for m in self.later_moves if m.kind not in QUIET and m.pk not in undone
        ]
        if any(m.bottleneck_id is None for m in told):
            return None
        return {m.bottleneck_id for m in told}

    def kept(self):
        """{id: the newest move that kept it where it stood}."""
        kept = [m for m in self.moves if m.kind == "kept"]
        return {m.bottleneck_id: m for m in reversed(kept)}

    def is_later(self, wait):
        """Whether a waiting time was asked after the reader's last session."""
        return bool(wait and self.session_on and wait.asked_on > self.session_on)

    def undoable(self, pairs):
        return find_undoable(self.moves, pairs)


def read_marks(user, trajectory):
    """In two statements."""
    row = _trajectory_row(user, trajectory)
    session, agreed = row["session"] or {}, row["agreed"]
    session_at = parse_datetime(session["at"]) if session else None
    agreed = agreed and Agreed(
        parse_datetime(agreed["at"]), agreed["participant"], pairs_of(agreed["order"])
    )
    since = session_at or (agreed and agreed.at)
    return Marks(
        session_on=parse_date(session["on"]) if session else None,
        session_at=session_at,
        agreed=agreed,
        moves=_moves(user, trajectory, since),
    )


def _trajectory_row(user, trajectory):
    sessions = Session.objects.filter(trajectory=OuterRef("pk"), author=user)
    decisions = OrderDecision.objects.filter(trajectory=OuterRef("pk")).newest_first()
    return (
        Trajectory.objects.filter(pk=trajectory.pk)
        .values(
            session=Subquery(
                sessions.order_by("-recorded_at").values(
                    found=JSONObject(on="on", at="recorded_at")
                )[:1]
            ),
            agreed=Subquery(
                decisions.values(
                    found=JSONObject(at="at", participant="participant", order="order")
                )[:1]
            ),
        )
        .get()
    )


def _moves(user, trajectory, since):
    recent = Q(kind="kept") | Q(at__gte=moment.now() - UNDO_WITHIN)
    wanted = recent | Q(at__gt=since) if since else recent
    rows = OrderMove.objects.visible_to(user).filter(wanted, trajectory=trajectory)
    return list(rows.select_related("by").newest_first()[:MOST_MOVES])
