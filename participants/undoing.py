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
    """The newest move that led to this very order and was not undone yet.

    It is looked for among the last twenty moves, of at most 24 hours ago. None when
    there is none.
    """
    undone = {move.undoes_id for move in moves}
    since = moment.now() - UNDO_WITHIN
    last = [move for move in moves if move.kind in UNDOABLE and move.at >= since]
    fitting = (
        move
        for move in last[:STEPS]
        if move.pk not in undone and pairs_of(move.after) == list(pairs)
    )
    return next(fitting, None)
