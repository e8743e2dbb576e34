"""A deadline as a row says it: the day, what happens then, and how far it is."""

from dataclasses import dataclass

from django.utils.text import capfirst
from django.utils.translation import ngettext

from participants.day_words import day_or_today
from participants.prioritisation import NEAR_DAYS

IN_DAYS = 14


@dataclass(frozen=True)
class Due:
    """What `components/due.html` takes."""

    when: str
    what: str
    tone: str


def due(bottleneck):
    """None without a deadline."""
    days = bottleneck.days_left
    if days is None:
        return None
    distance = "" if days == 0 else distance_text(days)
    what = ", ".join(filter(None, [bottleneck.deadline_what, distance]))
    return Due(capfirst(day_or_today(bottleneck.deadline)), what, tone_of(days))


def tone_of(days):
    if days <= 0:
        return "late"
    return "soon" if days <= NEAR_DAYS else "far"


def distance_text(days):
    """Like "in 3 days", "in 5 weeks" or "2 days ago"."""
    if days < 0:
        late = ngettext("%(count)s day ago", "%(count)s days ago", -days)
        return late % {"count": -days}
    if days < IN_DAYS:
        ahead = ngettext("in %(count)s day", "in %(count)s days", days)
        return ahead % {"count": days}
    weeks = ngettext("in %(count)s week", "in %(count)s weeks", days // 7)
    return weeks % {"count": days // 7}
