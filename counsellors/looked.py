"""Who looked at one dossier, told to the person it is about.

It says who, when and what kind of looking, once for each day: no page is named, for
the names of pages tell what lies in a dossier, and paper gets lost.
"""

from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext_lazy as _

from counsellors.models.access_event import Action, Result
from exitprog import moment

SEEN = {
    Action.LIST: _("seen in a list"),
    Action.SEARCH: _("found by searching"),
    Action.CREATE: _("something added"),
    Action.CHANGE: _("something changed"),
    Action.GRANT: _("a right was given"),
    Action.PRINT: _("printed"),
}
OPENED = _("opened")


@dataclass(frozen=True)
class Look:
    """What one person did with a dossier on one day."""

    on: date
    name: str
    kinds: tuple[str, ...]
    is_emergency: bool


def looks(lines, code):
    """Everyone's looks at the dossier with that code, newest first."""
    days = {}
    for line in shown(lines, code):
        key = moment.local(line.at).date(), line.actor_id, line.is_emergency
        days.setdefault(key, []).append(line)
    return [
        Look(on, found[0].actor.name, kinds(found), is_emergency)
        for (on, _actor, is_emergency), found in days.items()
    ]


def shown(lines, code):
    """What was granted; reading this log shows no dossier."""
    rows = lines.about_case(code).filter(result=Result.GRANTED)
    rows = rows.exclude(kind="access_event").select_related("actor")
    fields = ("at", "actor__name", "action", "is_emergency")
    return rows.only(*fields).newest_first()


def kinds(lines):
    """In the order of the day, each kind once."""
    words = [SEEN.get(line.action, OPENED) for line in reversed(lines)]
    return tuple(dict.fromkeys(words))
