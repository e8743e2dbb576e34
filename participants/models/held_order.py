"""The order of one trajectory, held while it changes: its verbs.

Whoever holds it has locked the trajectory until the transaction ends. A change is
one UPDATE of all places, one version more and one OrderMove; a verb that changes
nothing writes nothing and returns None.
"""

from uuid import UUID

from django.db.models import Case, CharField, F, IntegerField, Value, When

from exitprog import moment
from participants.models.bottleneck import Bottleneck, BottleneckState
from participants.models.order import MoveKind, OrderDecision, OrderMove
from participants.models.trajectory import Trajectory
from participants.ordering import (
    insert_new,
    lanes_for,
    move_down,
    move_to,
    move_up,
    place_of,
)
from participants.undoing import find_undoable, pairs_of


class StaleOrderError(Exception):
    """The order is no longer the one that the page showed."""


class NotInOrderError(Exception):
    """The bottleneck has no place in the order, or has one already."""


class HeldOrder:
    def __init__(self, trajectory, by, pairs=None):
        """`pairs` is the order as read by who has locked the trajectory already."""
        self.by, self.pairs, self.trajectory = by, pairs, trajectory
        if pairs is None:
            rows = Trajectory.objects.select_for_update()
            self.trajectory = rows.get(pk=trajectory.pk)
            rows = Bottleneck.objects.filter(trajectory=trajectory.pk).in_order()
            self.pairs = list(rows.values_list("pk", "lane"))

    @classmethod
    def as_seen(cls, trajectory, by, version):
        """Hold the order that the page showed; StaleOrderError when it changed."""
        held = cls(trajectory, by)
        if held.trajectory.order_version != version:
            raise StaleOrderError
        return held

    def move_up(self, key):
        return self._move(key, move_up(self._with(key), key))

    def move_down(self, key):
        return self._move(key, move_down(self._with(key), key))

    def move_to(self, key, lane, place=None):
        return self._move(key, move_to(self._with(key), key, lane, place))

    def move_to_number(self, key, place):
        """To a number; it takes the lane of what stands there."""
        lane = self._with(key)[place - 1][1]
        return self.move_to(key, lane, place)

    def _move(self, key, after):
        return self._change(MoveKind.MOVED, after, bottleneck_id=key)

    def add(self, bottleneck):
        """Save a new bottleneck at the end of Next."""
        after = self._make_room(bottleneck.pk)
        place = place_of(after, bottleneck.pk)
        bottleneck.position, bottleneck.lane = place + 1, after[place][1]
        bottleneck.save(force_insert=True)
        return self._record(MoveKind.ADDED, after, bottleneck_id=bottleneck.pk)

    def reopen(self, key):
        """Take a closed bottleneck up again, at the end of Next."""
        after = self._make_room(key)
        place = place_of(after, key)
        Bottleneck.objects.filter(pk=key).update(
            state=BottleneckState.OPEN,
            position=place + 1,
            lane=after[place][1],
            closed_on=None,
            version=F("version") + 1,
        )
        return self._record(MoveKind.REOPENED, after, bottleneck_id=key)

    def close(self, keys, state, explanation=""):
        """Take bottlenecks off the order; the rest closes up and keeps its lanes."""
        keys = set(keys)
        after = [pair for pair in self.pairs if pair[0] not in keys]
        if len(after) + len(keys) != len(self.pairs):
            raise NotInOrderError
        self._place(
            after,
            keys,
            state=instead(keys, Value(state), "state"),
            closed_on=instead(keys, Value(moment.today()), "closed_on"),
            version=instead(keys, F("version") + 1, "version"),
        )
        only = next(iter(keys)) if len(keys) == 1 else None
        return self._record(
            MoveKind.CLOSED, after, bottleneck_id=only, explanation=explanation
        )

    def use_suggestion(self, keys):
        """Take over the suggested order; its first ones stand in Now."""
        lanes = dict(self.pairs)
        if len(keys) != len(lanes) or set(keys) != set(lanes):
            raise StaleOrderError
        limit = self.trajectory.programme.now_limit
        after = lanes_for([(key, lanes[key]) for key in keys], limit)
        return self._change(MoveKind.SUGGESTION, after)

    def keep(self, key, place, why, explanation=""):
        """Leave it where it stands although `place`, the suggestion, differs."""
        self._with(key)
        return self._write_move(
            MoveKind.KEPT,
            self.pairs,
            bottleneck_id=key,
            why=why,
            explanation=explanation,
            suggested_position=place.position,
            suggested_rule=place.rule.name,
        )

    def undo(self):
        """Take back the newest move that led to the present order, if there is one.

        Adding and closing aren't taken back here: closing and opening again do that.
        """
        moves = OrderMove.objects.filter(trajectory=self.trajectory).recent()
        move = find_undoable(list(moves), self.pairs)
        if move is None:
            return None
        return self._change(
            MoveKind.UNDONE,
            pairs_of(move.before),
            bottleneck_id=move.bottleneck_id,
            undoes=move,
        )

    def agree(self, participant, reason=""):
        """Record what the participant says of the present order."""
        return OrderDecision.objects.create(
            trajectory=self.trajectory,
            order=listed(self.pairs),
            participant=participant,
            reason=reason,
            by=self.by,
        )

    def _with(self, key):
        if not any(other == key for other, _lane in self.pairs):
            raise NotInOrderError
        return self.pairs

    def _make_room(self, key):
        """Shift what comes after the end of Next; returns the order with `key`."""
        try:
            after = insert_new(self.pairs, key)
        except ValueError as error:
            raise NotInOrderError from error
        self._place(after, without=key)
        return after

    def _change(self, kind, after, **facts):
        if after == self.pairs:
            return None
        self._place(after)
        return self._record(kind, after, **facts)

    def _place(self, after, leaving=(), without=None, **changes):
        """Give every bottleneck its number and lane, and those that leave none.

        It is one statement, with the `changes` of those that leave.
        """
        places = {
            key: (number, lane)
            for number, (key, lane) in enumerate(after, start=1)
            if key != without
        }
        if not places and not leaving:
            return
        numbers = [When(pk=key, then=Value(n)) for key, (n, _lane) in places.items()]
        lanes = [When(pk=key, then=Value(lane)) for key, (_n, lane) in places.items()]
        Bottleneck.objects.filter(pk__in=[*places, *leaving]).update(
            position=Case(*numbers, output_field=IntegerField()),
            lane=Case(*lanes, output_field=CharField()),
            **changes,
        )

    def _record(self, kind, after, **facts):
        self.trajectory.order_version += 1
        self.trajectory.save(update_fields=["order_version"])
        move = self._write_move(kind, after, **facts)
        self.pairs = after
        return move

    def _write_move(self, kind, after, **facts):
        return OrderMove.objects.create(
            trajectory=self.trajectory,
            kind=kind,
            order_version=self.trajectory.order_version,
            before=listed(self.pairs),
            after=listed(after),
            by=self.by,
            **facts,
        )


def listed(pairs):
    """As it is stored in a move: lists of [id, lane]."""
    return [[str(UUID(str(key))), lane] for key, lane in pairs]


def instead(keys, value, column):
    """`value` in the rows of those keys, and what stands in `column` in the others."""
    field = Bottleneck._meta.get_field(column)
    return Case(When(pk__in=keys, then=value), default=F(column), output_field=field)
