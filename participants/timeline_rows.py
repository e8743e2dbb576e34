"""The rows behind the keys of the timeline: one statement for each kind on the page."""

from uuid import UUID

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import Exists, OuterRef
from django.db.models.functions import JSONObject

from exitprog.sealing import Ciphertext
from participants.models import (
    AgencyContact,
    Appointment,
    Assessment,
    Bottleneck,
    Consent,
    ContactTouch,
    DaytimeActivity,
    Flag,
    Income,
    OrderDecision,
    SafeContact,
    Session,
    SessionTouch,
    TrajectoryStep,
)
from participants.timeline import kind_of, own_rows


def rows_of(user, trajectory, keys):
    """The row behind each key, as {(line, ref): row}; a day of scores is a list."""
    by_kind = {}
    for key in keys:
        by_kind.setdefault(kind_of(key.line), set()).add(key.ref)
    found = {
        kind: dict(FETCH[kind](user, trajectory, refs))
        for kind, refs in by_kind.items()
    }
    return {(key.line, key.ref): found[kind_of(key.line)][key.ref] for key in keys}


def touched_title(columns):
    """The title of a touched bottleneck, opened from its sealed column."""
    values = [UUID(columns["id"]), Ciphertext(columns["title"])]
    return Bottleneck.from_db(None, ["id", "title"], values).title


def _sessions(user, trajectory, refs):
    touches = SessionTouch.objects.filter(session=OuterRef("pk"))
    columns = JSONObject(
        id="bottleneck",
        title="bottleneck__title",
        change="change",
        before="severity_before",
        after="severity_after",
    )
    rows = own_rows(Session, user, trajectory).filter(pk__in=refs)
    rows = rows.select_related("author")
    rows = rows.annotate(touched=ArraySubquery(touches.values(columns=columns)))
    return _by_key(rows)


def _contacts(user, trajectory, refs):
    touches = ContactTouch.objects.filter(contact=OuterRef("pk"))
    columns = JSONObject(id="bottleneck", title="bottleneck__title")
    answers = AgencyContact.objects.filter(answers=OuterRef("pk"))
    rows = own_rows(AgencyContact, user, trajectory).filter(pk__in=refs)
    rows = rows.select_related("author", "agency", "contact_person").annotate(
        touched=ArraySubquery(touches.values(columns=columns)),
        is_answered=Exists(answers),
    )
    return _by_key(rows)


def _assessments(user, trajectory, refs):
    days = {ref: [] for ref in refs}
    rows = own_rows(Assessment, user, trajectory).filter(measured_on__in=refs)
    for row in rows.oldest_first():
        days[row.measured_on.isoformat()].append(row)
    return days.items()


def _plain(model, *related):
    def fetch(user, trajectory, refs):
        rows = own_rows(model, user, trajectory).filter(pk__in=refs)
        return _by_key(rows.select_related(*related))

    return fetch


def _by_key(rows):
    return [(str(row.pk), row) for row in rows]


FETCH = {
    "session": _sessions,
    "appointment": _plain(Appointment, "about", "moved_to", "planned_by"),
    "contact": _contacts,
    "phase": _plain(TrajectoryStep, "by"),
    "order": _plain(OrderDecision, "by"),
    "assessment": _assessments,
    "income": _plain(Income, "recorded_by"),
    "daytime": _plain(DaytimeActivity, "recorded_by"),
    "safety": _plain(SafeContact, "recorded_by"),
    "consent": _plain(Consent, "agency", "recorded_by"),
    "flag": _plain(Flag, "raised_by", "removed_by"),
}
