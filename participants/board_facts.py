"""The bottlenecks of one trajectory with all that a row of the order shows of them."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Exists, F, OuterRef, Q, Subquery
from django.db.models.functions import JSONObject
from django.utils.dateparse import parse_date

from agencies.models import Service
from exitprog import moment
from exitprog.sealing import Ciphertext
from participants.models import (
    AgencyContact,
    Bottleneck,
    Dependency,
    SessionTouch,
)


@dataclass(frozen=True)
class LastContact:
    """The newest contact with an agency about it, and what it owes."""

    id: UUID
    on: date
    agency: str
    outcome: str
    promise: str
    answer_due: date | None
    is_answered: bool

    @property
    def was_reached(self):
        return self.outcome == "reached"

    @property
    def is_late(self):
        """An answer was due before today, and none has come."""
        return self.awaits_answer and self.answer_due < moment.today()

    @property
    def awaits_answer(self):
        return self.answer_due is not None and not self.is_answered


@dataclass(frozen=True)
class Wait:
    """How many weeks the quickest service of the agency takes, asked on that day."""

    weeks: int
    asked_on: date


@dataclass(frozen=True)
class SeverityChange:
    """What a session made of its severity."""

    before: int
    after: int
    on: date
    author: UUID
    author_name: str


def read_bottlenecks(user, trajectory, since):
    """All of them, the active ones in order first, in one statement.

    Each carries `contact`, `wait` and `severity_change` (the newest since that
    moment), None where there is none.
    """
    rows = Bottleneck.objects.visible_to(user).filter(trajectory=trajectory)
    rows = rows.select_related("waiting_agency").annotate(
        contact_columns=Subquery(_contacts()),
        wait_columns=Subquery(_waits()),
        change_columns=Subquery(_changes(since)),
    )
    rows = list(rows.order_by("position", "-closed_on", "pk"))
    for row in rows:
        row.contact = row.contact_columns and _contact(row.contact_columns)
        row.wait = row.wait_columns and _wait(row.wait_columns)
        row.severity_change = row.change_columns and _change(row.change_columns)
    return rows


def read_edges(user, trajectory):
    rows = Dependency.objects.visible_to(user).filter(trajectory=trajectory)
    return list(rows.among_active())


def waiting_weeks():
    """How long the quickest running service of the waited-for agency takes there."""
    rows = Service.objects.running().filter(
        agency=OuterRef("waiting_agency"),
        life_area=OuterRef("life_area"),
        waiting_weeks__isnull=False,
    )
    return rows.order_by("waiting_weeks", "-waiting_updated_on")


def _waits():
    columns = JSONObject(weeks="waiting_weeks", asked_on="waiting_updated_on")
    return waiting_weeks().values(columns=columns)[:1]


def _contacts():
    answers = AgencyContact.objects.filter(answers=OuterRef("pk"))
    rows = AgencyContact.objects.filter(touches__bottleneck=OuterRef("pk"))
    columns = JSONObject(
        id="pk",
        on="on",
        agency="agency__name",
        outcome="outcome",
        promise="promise",
        answer_due="answer_due",
        is_answered=Exists(answers),
    )
    return rows.newest_first().values(columns=columns)[:1]


def _changes(since):
    touches = SessionTouch.objects.filter(
        ~Q(severity_before=F("severity_after")),
        bottleneck=OuterRef("pk"),
        session__recorded_at__gte=since or moment.now(),
    )
    columns = JSONObject(
        before="severity_before",
        after="severity_after",
        on="session__on",
        author="session__author",
        author_name="session__author__name",
    )
    newest = touches.order_by("-session__on", "-session__recorded_at")
    return newest.values(columns=columns)[:1]


def _contact(columns):
    sealed = Ciphertext(columns["promise"]) if columns["promise"] else ""
    row = AgencyContact.from_db(None, ["id", "promise"], [UUID(columns["id"]), sealed])
    return LastContact(
        id=row.pk,
        on=parse_date(columns["on"]),
        agency=columns["agency"],
        outcome=columns["outcome"],
        promise=row.promise,
        answer_due=parse_date(columns["answer_due"] or ""),
        is_answered=columns["is_answered"],
    )


def _wait(columns):
    return Wait(columns["weeks"], parse_date(columns["asked_on"]))


def _change(columns):
    return SeverityChange(
        before=columns["before"],
        after=columns["after"],
        on=parse_date(columns["on"]),
        author=UUID(str(columns["author"])),
        author_name=columns["author_name"],
    )
