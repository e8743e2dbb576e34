"""Hands for tests of the order: five bottlenecks by letter, and moving them."""

from django.urls import reverse

from participants.models import Bottleneck, Trajectory
from participants.models.held_order import HeldOrder
from tests.factories import make_order

LETTERS = "ABCDE"
LANES = ["now", "now", "next", "next", "later"]


def make_five(trajectory):
    """A and B in Now, C and D in Next, E in Later, by letter; A is worst."""
    rows = make_order(trajectory, *LETTERS, lanes=LANES)
    return grade(dict(zip(LETTERS, rows, strict=True)))


def grade(rows):
    """Severity 5, 4, 3… in the order of `rows`, so that the suggestion is the same."""
    for severity, row in zip(range(5, 0, -1), rows.values(), strict=False):
        row.severity = severity
        row.save(update_fields=["severity"])
    return rows


def order_of(trajectory):
    """Like "AB CD E": titles first to last, a gap between the lanes."""
    rows = list(Bottleneck.objects.filter(trajectory=trajectory).in_order())
    assert [row.position for row in rows] == list(range(1, len(rows) + 1))
    lanes = ("now", "next", "later")
    return " ".join("".join(r.title for r in rows if r.lane == lane) for lane in lanes)


def go_up_and_down(trajectory, user, row, times):
    """As many moves of the first row, without a page for each."""
    for step in range(times):
        version = Trajectory.objects.get(pk=trajectory.pk).order_version
        order = HeldOrder.as_seen(trajectory, user, version)
        (order.move_up if step % 2 else order.move_down)(row.pk)


class Hand:
    """Posts to the pages of one order, with the version that it has now."""

    def __init__(self, client, trajectory):
        self.client, self.trajectory = client, trajectory

    @property
    def version(self):
        return Trajectory.objects.get(pk=self.trajectory.pk).order_version

    def address(self, name, *args):
        code = self.trajectory.participant.code
        return reverse(f"participants:{name}", args=[code, *args])

    def post(self, name, target=None, /, **fields):
        args = [target.pk] if target else []
        return self.client.post(
            self.address(name, *args), {"version": self.version} | fields
        )

    def move(self, bottleneck, to, **fields):
        return self.post("move", **{"bottleneck": bottleneck.pk, "to": to} | fields)

    def get(self, name="priorities", *args):
        return self.client.get(self.address(name, *args))


def rows(hand):
    return {row.bottleneck.title: row for row in hand.get().context["board"].rows}
