"""Which move can still be taken back: pure, on moves that were read newest first."""

from datetime import timedelta
from uuid import UUID

from exitprog import moment

UNDO_WITHIN = timedelta(hours=24)
STEPS = 20
UNDOABLE = {"moved", "suggestion"}


def pairs_of(stored):
    """The (id, lane) pairs of a stored order."""
    return [(UUID(key), lane) for key, lane in stored]


def find_undoable(moves, pairs):
    """The newest of the last moves that led to this very order; None without one.

    Only moves of the last 24 hours count, twenty of them, and none that was undone.
    """
    undone = {move.undoes_id for move in moves}
    since = moment.now() - UNDO_WITHIN
    candidates = [
        move
        for move in moves
        if move.kind in UNDOABLE and move.at >= since and move.pk not in undone
    ]
    fitting = (m for m in candidates[:STEPS] if pairs_of(m.after) == list(pairs))
    return next(fitting, None)
