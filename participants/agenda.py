"""The agenda: what is planned with whom, and how she may be reached then."""

import re
from collections import defaultdict
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from exitprog import moment
from participants.caseload import Row
from participants.models import Appointment, Bottleneck
from participants.models.safe_contact import Level
from participants.models.session import InterpreterUsed, SessionKind
from participants.needs_you import log_url
from participants.safety_rules import short_rule

SATURDAY = 5
WEEK = re.compile(r"(20\d\d)-W(\d\d)")
COMING = 3
SOON = timedelta(hours=1)


@dataclass(frozen=True)
class Item:
    """One appointment as a line of the agenda."""

    planned: Appointment
    row: Row
    is_next: bool = False

    @property
    def participant(self):
        return self.row.participant

    @property
    def day(self) -> date:
        return moment.local(self.planned.starts_at).date()

    @property
    def is_earlier(self):
        return self.day < moment.today()

    @property
    def waits_for_note(self):
        return self.planned.is_past and not self.planned.is_logged

    @property
    def tone(self):
        if self.planned.is_past or self.planned.is_logged:
            return "past"
        return "next" if self.is_next else ""

    @property
    def length(self) -> str:
        """How long it takes; of the next one how soon it begins, within the hour."""
        ahead = self.planned.starts_at - moment.now()
        if self.is_next and timedelta() < ahead <= SOON:
            minutes = -(-int(ahead.total_seconds()) // 60)
            return _("in %(count)s min") % {"count": minutes}
        return _("%(count)s min") % {"count": self.planned.minutes}

    @property
    def how(self) -> str:
        planned = self.planned
        parts = [planned.get_kind_display(), planned.place, planned.with_whom]
        if planned.interpreter != InterpreterUsed.NONE:
            parts.append(planned.get_interpreter_display())
        return ", ".join(str(part) for part in parts if part)

    @property
    def rule(self) -> str:
        """How to reach her safely; on a visit also what counts at her door."""
        contact = self.row.safe_contact
        if contact.level == Level.NONE_KNOWN:
            return ""
        is_visit = self.planned.kind == SessionKind.VISIT
        parts = [short_rule(contact), is_visit and contact.visit_rule]
        return " ".join(
            part if part[-1] in ".?" else f"{part}." for part in parts if part
        )

    @property
    def log_url(self):
        return log_url(self.participant, self.planned)


@dataclass(frozen=True)
class Day:
    """A day to come: how many appointments, and which deadlines."""

    on: date
    items: list[Item]
    deadlines: list[tuple[Bottleneck, str]]

    @property
    def text(self) -> str:
        """Like "2 sessions, objection Gizem"."""
        parts = [sessions_text(len(self.items))]
        for bottleneck, name in self.deadlines:
            what = bottleneck.deadline_what or bottleneck.short_title
            parts.append(f"{what} ({name})")
        return ", ".join(parts)


def _sentence(text):
    return text if text.endswith((".", "?")) else f"{text}."


def sessions_text(count):
    if not count:
        return _("no sessions")
    told = ngettext("%(count)s session", "%(count)s sessions", count)
    return told % {"count": count}


def items(appointments, rows) -> list[Item]:
    """Lines in time; the first that is still to come is the next one."""
    by_trajectory = {row.trajectory.pk: row for row in rows}
    known = [a for a in appointments if a.trajectory_id in by_trajectory]
    known.sort(key=lambda planned: planned.starts_at)
    coming = (a for a in known if not a.is_past and not a.is_logged)
    following = next(coming, None)
    return [Item(a, by_trajectory[a.trajectory_id], a is following) for a in known]


def coming_days(found, bottlenecks, rows) -> list[Day]:
    """The next three days; a day of the weekend only when something is planned."""
    by_day, names = (
        defaultdict(list),
        {r.trajectory.pk: r.participant.alias for r in rows},
    )
    for item in found:
        by_day[item.day].append(item)
    days, day = [], moment.today()
    while len(days) < COMING:
        day += timedelta(days=1)
        due = [
            (row, names[row.trajectory_id])
            for row in bottlenecks
            if row.deadline == day and row.trajectory_id in names
        ]
        if day.weekday() < SATURDAY or by_day[day] or due:
            days.append(Day(day, by_day[day], due))
    return days


def week_of(text: str) -> date:
    """The Monday of a week like 2026-W20; of this week when the text names none."""
    today = moment.today()
    this_week = today - timedelta(days=today.weekday())
    found = WEEK.fullmatch(text)
    try:
        return (
            date.fromisocalendar(*map(int, found.groups()), 1) if found else this_week
        )
    except ValueError:
        return this_week


def start_of(day: date) -> datetime:
    """Its first moment on the programme's clock."""
    return timezone.make_aware(datetime.combine(day, time()))
