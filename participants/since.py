"""What happened to the order's bottlenecks since the reader's last session."""

from dataclasses import dataclass

from django.db.models import Q
from django.utils.text import Truncator
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from participants.day_words import day_text
from participants.models import AgencyContact
from participants.models.agency_contact import Direction

MOST_ANSWERS = 5
SHORT = 90


@dataclass(frozen=True)
class News:
    """One line: a name in bold, and what to say of it."""

    icon: str
    tone: str
    name: str
    text: str


def since_last_session(board):
    """Severity first, then waiting times, answers and new deadlines; one statement.

    None when the reader has logged no session yet.
    """
    if board.marks.session_at is None:
        return None
    return [
        *_severities(board),
        *_waits(board),
        *_answers(board),
        *_deadlines(board),
    ]


def _severities(board):
    for row in board.active:
        if change := row.severity_change:
            worse = change.after > change.before
            yield News(
                "up" if worse else "down",
                "danger" if worse else "good",
                row.title,
                _severity_text(board, change),
            )


def _severity_text(board, change):
    facts = {
        "before": change.before,
        "after": change.after,
        "day": day_text(change.on),
        "name": change.author_name,
    }
    if change.author == board.user.pk:
        return (
            _("went from %(before)s to %(after)s in your session on %(day)s.") % facts
        )
    return (
        _("went from %(before)s to %(after)s in a session of %(name)s on %(day)s.")
        % facts
    )


def _waits(board):
    told = set()
    for row in board.active:
        if board.marks.is_later(row.wait) and row.waiting_agency_id not in told:
            told.add(row.waiting_agency_id)
            yield _wait(row)


def _wait(row):
    facts = {"weeks": row.wait.weeks, "day": day_text(row.wait.asked_on)}
    if not row.wait.weeks:
        text = _("has no waiting time now (asked %(day)s).")
        return News("clock", "good", row.waiting_agency.name, text % facts)
    text = ngettext(
        "now has a waiting time of %(weeks)s week (asked %(day)s).",
        "now has a waiting time of %(weeks)s weeks (asked %(day)s).",
        row.wait.weeks,
    )
    return News("clock", "warn", row.waiting_agency.name, text % facts)


def _answers(board):
    came_in = Q(direction=Direction.IN) | Q(answers__isnull=False)
    rows = AgencyContact.objects.visible_to(board.user).filter(
        came_in,
        trajectory=board.trajectory,
        outcome="reached",
        recorded_at__gt=board.marks.session_at,
    )
    for row in rows.select_related("agency").newest_first()[:MOST_ANSWERS]:
        said = Truncator(row.promise or row.what_was_said).chars(SHORT)
        facts = {"day": day_text(row.on), "said": said}
        text = _("answered on %(day)s: %(said)s") if said else _("answered on %(day)s.")
        yield News("check", "good", row.agency.name, text % facts)


def _deadlines(board):
    """A bottleneck that is new brings a new deadline."""
    for row in board.active:
        if row.deadline and row.opened_on > board.marks.session_on:
            text = _("is new, with a deadline on %(day)s.")
            yield News("day", "", row.title, text % {"day": day_text(row.deadline)})
