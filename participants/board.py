"""The order as its page shows it: lanes of rows, each with all that is said of it."""

from dataclasses import dataclass
from functools import cached_property

from exitprog import moment
from participants.blocking import Edge, among
from participants.board_facts import read_bottlenecks, read_edges
from participants.board_row import Row, RowMaker
from participants.models.bottleneck import Lane
from participants.order_marks import read_marks
from participants.ordering import lanes_for
from participants.prioritisation import Item, suggest

CROWDED = 12
NAMED = 3


@dataclass(frozen=True)
class LaneRows:
    lane: Lane
    rows: list[Row]
    start: int


def by_lane(pairs):
    """The rows under the three headings; numbers run on from lane to lane."""
    lanes, start = [], 1
    for lane in Lane:
        rows = [row for row, its_lane in pairs if its_lane == lane]
        lanes.append(LaneRows(lane, rows, start))
        start += len(rows)
    return lanes


class Board:
    """Everything of one trajectory's order, read in five statements."""

    def __init__(self, user, trajectory):
        self.user, self.trajectory = user, trajectory
        self.marks = read_marks(user, trajectory)
        everything = read_bottlenecks(user, trajectory, self.marks.since)
        self.active = [row for row in everything if row.is_active]
        self.closed = [row for row in everything if not row.is_active]
        self.edges = read_edges(user, trajectory)

    @cached_property
    def pairs(self):
        return [(row.pk, row.lane) for row in self.active]

    @cached_property
    def numbers(self):
        return {row.pk: number for number, row in enumerate(self.active, start=1)}

    @cached_property
    def graph(self):
        """The edges whose both ends are open: the others bind nothing any more."""
        edges = [Edge(row.blocker_id, row.blocked_id, row.kind) for row in self.edges]
        return among(self.numbers, edges)

    @cached_property
    def places(self):
        """The suggestion, first to last."""
        items = [item_of(row) for row in self.active]
        return suggest(items, self.graph, moment.today())

    @cached_property
    def ranks(self):
        """Her own order among what is open: {id: 1…}."""
        ranked = [row for row in self.active if row.participant_rank is not None]
        ranked.sort(key=lambda row: row.participant_rank)
        return {row.pk: rank for rank, row in enumerate(ranked, start=1)}

    @cached_property
    def rows(self):
        return RowMaker(self).rows()

    @property
    def lanes(self):
        return by_lane([(row, row.bottleneck.lane) for row in self.rows])

    @property
    def suggested_lanes(self):
        """The lanes as they would be with the suggestion."""
        lanes = dict(self.pairs)
        wished = [(place.item.id, lanes[place.item.id]) for place in self.places]
        rows = {row.bottleneck.pk: row for row in self.rows}
        pairs = lanes_for(wished, self.trajectory.programme.now_limit)
        return by_lane([(rows[key], lane) for key, lane in pairs])

    @property
    def first_of_hers(self):
        """The titles that the chart's sentence names, three of each order."""
        titles = self.titles
        return [titles[key] for key in list(self.ranks)[:NAMED]]

    @property
    def first_agreed(self):
        return [row.title for row in self.active[:NAMED]]

    @property
    def first_suggested(self):
        return [place.item.title for place in self.places[:NAMED]]

    @property
    def is_crowded(self):
        return len(self.active) > CROWDED

    @property
    def differing(self):
        return sum(row.differs for row in self.rows)

    @property
    def now_count(self):
        return sum(row.lane == Lane.NOW for row in self.active)

    @property
    def is_over_limit(self):
        return self.now_count > self.trajectory.programme.now_limit

    @property
    def next_up(self):
        """The first of Next when Now has room; it is offered and never moved."""
        if self.now_count >= self.trajectory.programme.now_limit:
            return None
        return next((r for r in self.rows if r.bottleneck.lane == Lane.NEXT), None)

    @property
    def titles(self):
        return {row.pk: row.title for row in self.active + self.closed}

    @cached_property
    def undoable(self):
        return self.marks.undoable(self.pairs)

    @property
    def is_agreed(self):
        """The participant's newest answer was about this very order."""
        agreed = self.marks.agreed
        return agreed is not None and agreed.pairs == self.pairs

    def row(self, key):
        return next((row for row in self.rows if row.bottleneck.pk == key), None)


def item_of(bottleneck):
    """What the policy weighs of it."""
    return Item(
        id=bottleneck.pk,
        life_area=bottleneck.life_area,
        severity=bottleneck.severity,
        deadline=bottleneck.deadline,
        participant_rank=bottleneck.participant_rank,
        waiting_weeks=bottleneck.wait and bottleneck.wait.weeks,
        opened_on=bottleneck.opened_on,
        title=bottleneck.title,
    )
