"""The own caseload as a table: who is in danger, what is first, when was she seen.

A caseload is bounded, so sealed aliases are opened, sorted and searched in Python.
"""

import unicodedata
from dataclasses import dataclass
from datetime import date, timedelta

from django.utils.translation import gettext_lazy as _

from exitprog import moment
from participants.models import Bottleneck, SafeContact, Session, Trajectory
from participants.models.safe_contact import Level

WEEKS = 8
UNSEEN_DAYS = 14
SAFETY_ORDER = [Level.ACUTE, Level.NOT_ASKED, Level.CARE, Level.NONE_KNOWN]
SEEN_KINDS = {"visit", "office", "video"}
STRENGTH = ["none", "missed", "message", "seen"]


@dataclass(frozen=True)
class Row:
    """One line of the caseload."""

    trajectory: Trajectory
    safe_contact: SafeContact
    first: Bottleneck | None
    weeks: list[str]
    today: date

    @property
    def participant(self):
        return self.trajectory.participant

    @property
    def is_cover(self):
        return self.trajectory.right_kind == "cover"

    @property
    def days_unseen(self):
        """Days since the last session that took place, else since the start."""
        seen = self.trajectory.last_session_on or self.trajectory.started_on
        return (self.today - seen).days

    @property
    def is_unseen(self):
        return self.trajectory.is_open and self.days_unseen > UNSEEN_DAYS

    @property
    def is_to_check(self):
        return self.trajectory.is_open and self.safe_contact.is_overdue

    @property
    def needs_care(self):
        """In danger, or nobody knows: both ask for care before any contact."""
        return self.safe_contact.level in {Level.ACUTE, Level.NOT_ASKED}

    @property
    def deadline(self):
        return self.first.deadline if self.first else None


SORTS = {
    "safety": lambda row: (
        SAFETY_ORDER.index(Level(row.safe_contact.level)),
        row.deadline or date.max,
        -row.days_unseen,
    ),
    "name": lambda row: folded(row.participant.alias),
    "seen": lambda row: -row.days_unseen,
    "phase": lambda row: list(row.trajectory.phase.__class__).index(
        row.trajectory.phase
    ),
}
FILTERS = {
    "all": (_("All"), lambda row: row.trajectory.is_open),
    "safety": (_("Safety"), lambda row: row.trajectory.is_open and row.needs_care),
    "check": (_("Safe contact to check"), lambda row: row.is_to_check),
    "unseen": (_("Not seen for 2 weeks"), lambda row: row.is_unseen),
    "cover": (_("Covering"), lambda row: row.trajectory.is_open and row.is_cover),
    "closed": (_("Closed"), lambda row: not row.trajectory.is_open),
}


@dataclass(frozen=True)
class Chip:
    key: str
    label: str
    count: int
    is_current: bool


def caseload(user, bottlenecks=None):
    """All rows that the user may see now, in four statements, in no order.

    Who has read the active `bottlenecks` already hands them in, for one statement less.
    """
    trajectories = _newest_trajectories(user)
    contacts = _newest_safe_contacts(user)
    if bottlenecks is None:
        bottlenecks = _first_bottlenecks(user)
    first = {b.trajectory_id: b for b in bottlenecks if b.position == 1}
    weeks = _weeks(user)
    return [
        Row(
            trajectory=trajectory,
            safe_contact=contacts.get(trajectory.participant_id)
            or SafeContact(participant=trajectory.participant),
            first=first.get(trajectory.pk),
            weeks=weeks.get(trajectory.pk, ["none"] * WEEKS),
            today=moment.today(),
        )
        for trajectory in trajectories
    ]


def chips(rows, current):
    """How many rows each filter holds; filters without rows are left out, but *all*."""
    counted = [
        Chip(key, label, sum(map(holds, rows)), key == current)
        for key, (label, holds) in FILTERS.items()
    ]
    return [chip for chip in counted if chip.count or chip.key == "all"]


def matching(rows, term):
    """The rows whose alias or code holds `term`, capitals and accents aside."""
    wanted = folded(term)
    return [
        row
        for row in rows
        if wanted in folded(row.participant.alias)
        or wanted.replace("-", "") in folded(row.participant.code).replace("-", "")
    ]


def folded(text):
    """`text` without capitals, accents and double spaces, to compare names by."""
    plain = unicodedata.normalize("NFKD", text.casefold())
    kept = "".join(sign for sign in plain if not unicodedata.combining(sign))
    return " ".join(kept.split())


def _newest_trajectories(user):
    """The newest trajectory of each participant; an older one has ended before it."""
    newest = {}
    rows = Trajectory.objects.guided_by(user).for_dossier(user).latest_first()
    for trajectory in rows:
        newest.setdefault(trajectory.participant_id, trajectory)
    return newest.values()


def _newest_safe_contacts(user):
    rows = SafeContact.objects.visible_to(user).order_by("participant", "-recorded_at")
    return {row.participant_id: row for row in rows.distinct("participant")}


def _first_bottlenecks(user):
    return Bottleneck.objects.visible_to(user).active().filter(position=1)


def _weeks(user):
    """Per trajectory the strongest contact of each of the last eight weeks."""
    today = moment.today()
    since = today - timedelta(days=7 * WEEKS - 1)
    sessions = Session.objects.visible_to(user).filter(on__gte=since, on__lte=today)
    weeks = {}
    for key, on, kind, attendance in sessions.values_list(
        "trajectory", "on", "kind", "attendance"
    ):
        week = WEEKS - 1 - (today - on).days // 7
        marks = weeks.setdefault(key, ["none"] * WEEKS)
        marks[week] = max(marks[week], _mark(kind, attendance), key=STRENGTH.index)
    return weeks


def _mark(kind, attendance):
    if attendance not in {"attended", "late"}:
        return "missed"
    return "seen" if kind in SEEN_KINDS else "message"
