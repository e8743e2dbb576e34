"""How many dossiers and searches are too many, and when one may go on.

The line of the access log counts them itself, in the statement that writes it, so that
no page pays for it with another. An own caseload stays far below; whoever reads on and
on, or tries one name after another, waits, and the privacy officer sees it.
"""

from dataclasses import dataclass
from datetime import timedelta

from django.db.models import Count, Max, Subquery
from django.db.models.functions import Coalesce

from counsellors.models import AccessEvent
from counsellors.models.access_event import Action, Ground, Result


@dataclass(frozen=True)
class Limit:
    most: int
    within: timedelta


DOSSIERS = Limit(60, timedelta(hours=1))
SEARCHES = Limit(30, timedelta(minutes=10))
SLOWED = {Action.OPEN, Action.PRINT, Action.REVEAL, Action.SEARCH}


class TooFastError(Exception):
    """Too many dossiers or searches; `line` is the one that is not granted."""

    def __init__(self, line):
        super().__init__("too fast")
        self.line = line


def limit_of(line):
    """Which limit holds for a line; None for what is neither dossier nor search."""
    if line.action == Action.SEARCH:
        return SEARCHES
    return DOSSIERS if line.case_code else None


def count_with(line):
    """How many it makes with this line, as the INSERT counts them; None if neither."""
    limit = limit_of(line)
    if limit is None:
        return None
    counted = Count("pk") if limit is SEARCHES else Count("case_code", distinct=True)
    counts = before(line, limit).order_by().values("actor").annotate(n=counted)
    return Coalesce(Subquery(counts.values("n")), 0) + 1


def before(line, limit):
    """The granted lines that count against `limit` when `line` is written."""
    rows = AccessEvent.objects.filter(
        actor=line.actor_id, result=Result.GRANTED, at__gt=line.at - limit.within
    )
    if limit is SEARCHES:
        return rows.filter(action=Action.SEARCH)
    return rows.exclude(case_code__in=["", line.case_code])


def check(line):
    """Raises TooFastError when `line` is one too many. An emergency never waits."""
    if line.pace is None or line.action not in SLOWED:
        return
    if line.ground != Ground.BREAK_GLASS and line.pace > limit_of(line).most:
        raise TooFastError(line)


def may_go_on_at(line):
    """When the next one is within the limit again."""
    limit = limit_of(line)
    rows = before(line, limit).order_by()
    if limit is SEARCHES:
        moments = rows.order_by("-at").values_list("at", flat=True)
    else:
        lasts = rows.values("case_code").annotate(last=Max("at")).order_by("-last")
        moments = lasts.values_list("last", flat=True)
    return moments[limit.most - 1] + limit.within
