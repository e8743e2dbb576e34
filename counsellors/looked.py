"""Who looked at one dossier, told to the person it is about.

It says in what capacity, when and what kind of looking, once for each day. No page is
named, for the names of pages tell what lies in a dossier, and paper gets lost: who
threatens her may read it, so that a colleague's name is on it only when asked for.
"""

from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext_lazy as _

from counsellors.models import User
from counsellors.models.access_event import Action, Ground, Result
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
COLLEAGUES = {
    Ground.PRIMARY: _("counsellor"),
    Ground.COVER: _("counsellor who covers"),
}
OF_THE_TEAM = _("colleague of the programme")


@dataclass(frozen=True)
class Look:
    """What one person, or all in one capacity, did with a dossier on one day."""

    on: date
    who: User | str
    kinds: tuple[str, ...]
    is_emergency: bool


def looks(lines, code, *, with_names):
    """Everyone's looks at the dossier with that code, newest first."""
    say, days = colleague_of if with_names else capacity_of, {}
    for line in shown(lines, code):
        key = moment.local(line.at).date(), say(line), line.is_emergency
        days.setdefault(key, []).append(line)
    return [
        Look(on, who, kinds(found), is_emergency)
        for (on, who, is_emergency), found in days.items()
    ]


def colleague_of(line):
    return line.actor


def capacity_of(line):
    return COLLEAGUES.get(line.ground, OF_THE_TEAM)


def shown(lines, code):
    """What was granted; reading this log shows no dossier."""
    rows = lines.about_case(code).filter(result=Result.GRANTED)
    rows = rows.exclude(kind="access_event").select_related("actor")
    fields = ("at", "actor__name", "action", "ground", "is_emergency")
    return rows.only(*fields).newest_first()


def kinds(lines):
    """In the order of the day, each kind once."""
    words = [SEEN.get(line.action, OPENED) for line in reversed(lines)]
    return tuple(dict.fromkeys(words))
