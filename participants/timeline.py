"""What happened in a dossier, newest first, by keys: no count and no offset.

One statement gathers the keys of all kinds; the rows behind one page come from
`timeline_rows`. Drafts are nobody's history and never stand here.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from django.db.models import (
    CharField,
    DateTimeField,
    Expression,
    F,
    Max,
    Q,
    TextField,
    Value,
)
from django.db.models.functions import Cast, TruncDate
from django.utils.translation import gettext_lazy as _

from exitprog import moment
from participants.models import (
    AgencyContact,
    Appointment,
    Assessment,
    Consent,
    DaytimeActivity,
    Flag,
    Income,
    OrderDecision,
    SafeContact,
    Session,
    TrajectoryStep,
)

PAGE_SIZE = 20
KINDS = {
    "session": _("Sessions"),
    "appointment": _("Appointments"),
    "contact": _("Agency contacts"),
    "phase": _("Phases"),
    "order": _("Order"),
    "assessment": _("Life areas"),
    "income": _("Income"),
    "daytime": _("Daytime activity"),
    "safety": _("Safe contact"),
    "consent": _("Sharing"),
    "flag": _("Flags"),
}
COLUMNS = ("day", "noted", "ref", "line")
MOMENT = "%Y%m%dT%H%M%S.%f"


@dataclass(frozen=True)
class Place:
    """Where a line stands: its day, then the moment of noting, then its name."""

    day: date
    noted: datetime
    ref: str

    def __str__(self):
        noted = self.noted.astimezone(UTC).strftime(MOMENT)
        return f"{self.day.isoformat()}_{noted}_{self.ref}"

    @classmethod
    def parse(cls, text):
        """Read what `str()` wrote; raises ValueError for anything else."""
        day, noted, ref = text.split("_", 2)
        if "\0" in ref:
            raise ValueError("NUL")
        moment = datetime.strptime(noted, MOMENT).replace(tzinfo=UTC)
        return cls(date.fromisoformat(day), moment, ref)

    def beyond(self, sign):
        """Lines on the far side: `lt` is older, `gt` is newer."""
        same_day, same_moment = Q(day=self.day), Q(noted=self.noted)
        return (
            Q(**{f"day__{sign}": self.day})
            | same_day & Q(**{f"noted__{sign}": self.noted})
            | same_day & same_moment & Q(**{f"ref__{sign}": self.ref})
        )


@dataclass(frozen=True)
class Key(Place):
    """A line of the timeline: which kind, and which row stands behind it."""

    line: str


@dataclass(frozen=True)
class Page:
    """Keys of one page, and the places where its neighbours begin."""

    keys: list[Key]
    newer: Key | None
    older: Key | None


def page_of(user, trajectory, kinds=tuple(KINDS), *, before=None, after=None):
    """The page of those kinds that is older than `before` or newer than `after`."""
    place, sign = (after, "gt") if after else (before, "lt")
    branches = _branches(user, trajectory, kinds)
    if place:
        branches = [branch.filter(place.beyond(sign)) for branch in branches]
    found = _read(branches, PAGE_SIZE + 1, is_upward=bool(after))
    return _page(found, place, is_upward=bool(after))


def newest(user, trajectory, kinds, size):
    """The newest keys of those kinds."""
    return _read(_branches(user, trajectory, kinds), size)


def _read(branches, size, *, is_upward=False):
    first, *others = [branch.values_list(*COLUMNS) for branch in branches]
    rows = first.union(*others, all=True) if others else first
    sign = "" if is_upward else "-"
    rows = rows.order_by(f"{sign}day", f"{sign}noted", f"{sign}ref")
    return [Key(*row) for row in rows[:size]]


def _page(found, place, *, is_upward):
    has_more, keys = len(found) > PAGE_SIZE, found[:PAGE_SIZE]
    if is_upward:
        keys.reverse()
    has_newer = has_more if is_upward else place is not None
    has_older = is_upward or has_more
    return Page(
        keys=keys,
        newer=keys[0] if keys and has_newer else None,
        older=keys[-1] if keys and has_older else None,
    )


def own_rows(model, user, trajectory):
    """The rows of this dossier that the user may see."""
    rows = model.objects.visible_to(user)
    if rows.participant_path == "participant":
        return rows.filter(participant=trajectory.participant)
    return rows.filter(trajectory=trajectory)


def kind_of(line):
    """The kind that a line belongs to: the end of a consent is of the consents."""
    return line.partition("_")[0]


def _branches(user, trajectory, kinds):
    """For each line of those kinds its keys; the scores of one day are one line."""
    return [
        _keys(line, own_rows(line.model, user, trajectory).order_by())
        for line in LINES
        if kind_of(line.name) in kinds
    ]


def _keys(line, rows):
    ref, rows = "pk", rows.filter(line.holds())
    if line.model is Assessment:
        rows, ref = rows.values("measured_on"), "measured_on"
    return rows.annotate(
        day=line.day,
        noted=line.noted,
        ref=Cast(ref, TextField()),
        line=Value(line.name, output_field=CharField()),
    )


@dataclass(frozen=True)
class Line:
    """Which rows have such a line, on which day, and when that was noted."""

    model: type
    name: str
    day: Expression
    noted: Expression
    holds: Callable[[], Q] = Q


def _start_of(day):
    return Cast(day, DateTimeField())


def _given(name):
    return lambda: Q(**{f"{name}__isnull": False})


def _reached(name):
    """Days that lie ahead are plans, and no part of what happened yet."""
    return lambda: Q(**{f"{name}__lte": moment.today()})


def _step(model, name, day, number):
    """A step of a row; more of them on one day keep their order."""
    noted = F("recorded_at") + timedelta(milliseconds=number)
    return Line(model, name, F(day), noted, _reached(day))


def _not_logged():
    """What was logged stands in the timeline as its session."""
    return Q(session=None)


LINES = [
    Line(Session, "session", F("on"), F("recorded_at")),
    Line(
        Appointment,
        "appointment",
        TruncDate("starts_at"),
        F("starts_at"),
        _not_logged,
    ),
    Line(AgencyContact, "contact", F("on"), F("recorded_at")),
    Line(TrajectoryStep, "phase", F("on"), F("at")),
    Line(OrderDecision, "order", TruncDate("at"), F("at")),
    Line(Assessment, "assessment", F("measured_on"), Max("recorded_at")),
    _step(Income, "income_applied", "applied_on", 0),
    _step(Income, "income_decided", "decided_on", 1),
    _step(Income, "income_paid", "first_payment_on", 2),
    _step(Income, "income_end", "ended_on", 3),
    _step(DaytimeActivity, "daytime", "started_on", 0),
    _step(DaytimeActivity, "daytime_end", "ended_on", 1),
    Line(SafeContact, "safety", TruncDate("recorded_at"), F("recorded_at")),
    Line(Consent, "consent", F("given_on"), F("recorded_at")),
    Line(
        Consent,
        "consent_end",
        F("withdrawn_on"),
        _start_of("withdrawn_on"),
        _given("withdrawn_on"),
    ),
    Line(Flag, "flag", F("raised_on"), _start_of("raised_on")),
    Line(
        Flag,
        "flag_end",
        F("removed_on"),
        _start_of("removed_on"),
        _given("removed_on"),
    ),
]
