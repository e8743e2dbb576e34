"""What she lives on and what fills her days, as lines of the timeline."""

from django.utils.translation import gettext as _

from participants.daytime_words import hours_text
from participants.models.income import Decision
from participants.timeline_entry import Entry, listed


def _income(row, title, **place):
    return Entry(
        icon="income",
        title=title % {"what": row.get_source_display()},
        detail=row.recorded_by.name,
        **place,
    )


def _applied(row, **place):
    return _income(row, _("Applied for: %(what)s"), **place)


def _decided(row, **place):
    is_granted = row.decision == Decision.GRANTED
    title = _("Granted: %(what)s") if is_granted else _("Turned down: %(what)s")
    return _income(row, title, **place)


def _paid(row, **place):
    return _income(row, _("First payment: %(what)s"), **place)


def _income_end(row, **place):
    return _income(row, _("Ended: %(what)s"), **place)


def _activity(row, title, **place):
    return Entry(
        icon="daytime",
        title=title % {"what": row.get_kind_display()},
        detail=listed(hours_text(row.hours), row.recorded_by.name),
        text=row.what,
        **place,
    )


def _began(row, **place):
    return _activity(row, _("Begun: %(what)s"), **place)


def _activity_end(row, **place):
    return _activity(row, _("Ended: %(what)s"), **place)


LIVELIHOOD = {
    "income_applied": _applied,
    "income_decided": _decided,
    "income_paid": _paid,
    "income_end": _income_end,
    "daytime": _began,
    "daytime_end": _activity_end,
}
