"""What was changed in a record, in words: who, when, and from what to what."""

from dataclasses import dataclass
from datetime import date, datetime, time
from itertools import pairwise, zip_longest

from django.db import models
from django.utils.formats import date_format
from django.utils.text import capfirst
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from exitprog.languages import SpokenLanguage
from participants.day_words import day_text
from participants.models import AgencyContact, Bottleneck

# What follows from another field, or says again who and when.
UNTOLD = {
    "cancelled_at",
    "consent",
    "participant_rank",
    "ranked_on",
    "removed_by",
    "removed_on",
    "state_before_hold",
    "trajectory.ended_on",
    "version",
    "wish_on",
}
# Where the field has no words of its own, or they need the form around them.
LABELS = {
    "closed_on": gettext_lazy("closed on"),
    "next_action_on": gettext_lazy("day of the next step"),
    "next_step_on": gettext_lazy("day of the next step"),
    "starts_at": gettext_lazy("time"),
    "trajectory.state": gettext_lazy("phase"),
    "waiting_since": gettext_lazy("waiting since"),
    "wish_language": gettext_lazy("language of these words"),
    "words_language": gettext_lazy("language of these words"),
}
LANGUAGES = {"languages", "wish_language", "words_language"}


@dataclass(frozen=True)
class Detail:
    """A field that was changed; empty where there was or is nothing."""

    label: str
    before: str
    after: str


@dataclass(frozen=True)
class Change:
    at: datetime
    by: str
    text: str
    details: list[Detail]


def changes(states):
    """A line for each of the `states` of one record, which come newest first.

    The oldest known has no details; nothing is said of what nobody did, as of a
    record that a command wrote, and of what tells nothing new.
    """
    told = zip_longest(states, states[1:])
    lines = [_change(state, before) for state, before in told]
    return [line for line in lines if line]


def differences(before, after):
    """What differs between two states, in the order of the fields."""
    return [
        Detail(label(field), word(before, field), word(after, field))
        for field in told_fields(type(after))
        if not _same(before, after, field.attname)
    ]


def since(states):
    """What differs from one state to the next, for states that come newest first."""
    pairs = pairwise(reversed(states))
    return [detail for before, after in pairs for detail in differences(before, after)]


def told_fields(events):
    """The fields of a history that are worth telling."""
    record = events.pgh_tracked_model._meta.model_name
    return [
        field
        for field in events._meta.fields
        if not field.name.startswith("pgh_")
        and not UNTOLD & {field.name, f"{record}.{field.name}"}
    ]


def label(field):
    record = field.model.pgh_tracked_model._meta.model_name
    own = LABELS.get(f"{record}.{field.name}") or LABELS.get(field.name)
    return capfirst(str(own or field.verbose_name))


def word(state, field):
    """What a field holds, as its reader would say it."""
    if isinstance(field, models.ForeignKey):
        return _row(getattr(state, field.name))
    value = getattr(state, field.attname)
    if field.name in LANGUAGES:
        return _languages(value)
    choices = dict(getattr(field, "base_field", field).flatchoices or [])
    if isinstance(value, list):
        return ", ".join(str(choices.get(each, each)) for each in value)
    return _plain(choices.get(value, value))


def _change(state, before):
    is_update = before is not None and state.pgh_label == "update"
    details = differences(before, state) if is_update else []
    if not details and (is_update or state.pgh_by is None):
        return None
    by = state.pgh_by.name if state.pgh_by else ""
    return Change(state.pgh_created_at, by, _verb(state, is_update), details)


def _verb(state, is_update):
    if state.pgh_label == "delete":
        return _("Removed")
    return _("Changed") if is_update else _("Recorded")


def _same(before, after, name):
    """The same seal holds the same text; another one may too."""
    if before.__dict__[name] == after.__dict__[name]:
        return True
    return getattr(before, name) == getattr(after, name)


def _row(row):
    match row:
        case None:
            return ""
        case Bottleneck():
            return row.title
        case AgencyContact():
            return day_text(row.on)
        case _:
            return str(row)


def _languages(value):
    names = dict(SpokenLanguage.choices)
    codes = value if isinstance(value, list) else [value or SpokenLanguage.DUTCH]
    return ", ".join(str(names.get(code, code)) for code in codes)


def _plain(value):
    match value:
        case None:
            return ""
        case bool():
            return _("Yes") if value else _("No")
        case datetime():
            return date_format(localtime(value), "j F Y, H:i")
        case date():
            return date_format(value, "j F Y")
        case time():
            return value.strftime("%H:%M")
        case _:
            return str(value)
