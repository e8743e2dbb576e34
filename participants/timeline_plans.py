"""An appointment on the timeline: planned, moved, called off, or never written up."""

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from exitprog import moment
from participants.day_words import day_or_today
from participants.timeline_entry import Entry, Tag, listed


def planned(row, **place):
    title, look, detail = _standing(row)
    return Entry(
        icon="missed" if look == "missed" else row.kind,
        title=title,
        look=look,
        detail=detail,
        tags=[Tag(row.about.title)] if row.about else [],
        **place,
    )


def _standing(row):
    """Its heading, its look, and what to know of it now."""
    how = listed(row.get_kind_display(), _clock(row.starts_at))
    if row.is_cancelled:
        who = row.get_cancelled_by_display()
        return _("Appointment called off"), "missed", listed(how, who)
    if row.is_moved:
        when = _("moved to %(moment)s") % {"moment": _moment(row.moved_to.starts_at)}
        return _("Appointment moved"), "missed", listed(how, when)
    how = listed(how, row.place, row.with_whom)
    if row.is_past:
        return _("Appointment without a note"), "planned", how
    return _("Appointment planned"), "planned", how


def _clock(when):
    return date_format(moment.local(when), "H:i")


def _moment(when):
    return f"{day_or_today(moment.local(when).date())}, {_clock(when)}"
