"""What in the access log asks for a question: one rule is one function.

A finding is no accusation: it says who, when and how often, and leads to the lines.
Rules look at facts of the lines alone, so the same month always finds the same.
"""

from dataclasses import dataclass
from datetime import datetime, time, timedelta
from itertools import groupby
from uuid import UUID

from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from counsellors.models.access_event import Action, Result
from counsellors.pace import DOSSIERS, SEARCHES, Limit
from exitprog import moment

NIGHT_FROM, NIGHT_UNTIL = time(23), time(6)
EMPTY_SEARCHES = Limit(5, timedelta(minutes=10))
REFUSALS = Limit(5, timedelta(minutes=10))
READ = ("actor_id", "actor__name", "at", "pace", "case_code")


@dataclass(frozen=True)
class Finding:
    """What someone did, from its first line to its last."""

    rule: str
    actor: UUID
    name: str
    first: datetime
    last: datetime
    count: int
    code: str = ""


def findings(lines):
    """Everything unusual among `lines`, newest first."""
    found = [finding for rule in RULES for finding in rule(lines)]
    return sorted(found, key=lambda finding: finding.last, reverse=True)


def many_dossiers(lines):
    """More dossiers in an hour than a caseload asks for."""
    fast = lines.filter(pace__gt=DOSSIERS.most).exclude(action=Action.SEARCH)
    return per_day(_("Very many dossiers in an hour"), fast, fastest)


def many_searches(lines):
    fast = lines.filter(pace__gt=SEARCHES.most, action=Action.SEARCH)
    return per_day(_("Very many searches in ten minutes"), fast, fastest)


def empty_searches(lines):
    """Name after name that gives nobody: someone looks for a person."""
    empty = lines.filter(action=Action.SEARCH, result_count=0)
    return bursts(_("Searches that found nobody"), empty, EMPTY_SEARCHES)


def refusals(lines):
    """One page after the other that is not theirs, or an id that is tried.

    A log-in that failed is counted by `guesses`.
    """
    refused = lines.filter(result=Result.REFUSED).exclude(object_id=F("actor_id"))
    return bursts(_("Not allowed, again and again"), refused, REFUSALS)


def guesses(lines):
    """Password after password, or code after code, that is not right."""
    wrong = lines.filter(result=Result.REFUSED, object_id=F("actor_id"))
    return bursts(_("Log-in that failed, again and again"), wrong, REFUSALS)


def at_night(lines):
    """Dossiers opened while the office sleeps; the night counts for its evening."""
    late = Q(at__hour__gte=NIGHT_FROM.hour) | Q(at__hour__lt=NIGHT_UNTIL.hour)
    rows = lines.filter(late, result=Result.GRANTED).exclude(case_code="")
    return per_day(_("Dossiers at night"), rows, dossiers, starts=NIGHT_UNTIL)


def after_closing(lines):
    """A dossier opened that was closed already."""
    rows = lines.filter(result=Result.GRANTED, was_closed=True)
    return per_day(_("A dossier that is closed"), rows, len, each="case_code")


RULES = [
    many_dossiers,
    many_searches,
    empty_searches,
    refusals,
    guesses,
    at_night,
    after_closing,
]


def fastest(lines):
    return max(line["pace"] for line in lines)


def dossiers(lines):
    return len({line["case_code"] for line in lines})


def per_day(rule, rows, count, *, starts=time(0), each=None):
    """One finding for each person and day; a day `starts` at that time."""

    def same(line):
        begins = timedelta(hours=starts.hour)
        day = (moment.local(line["at"]) - begins).date()
        return str(line["actor_id"]), line[each] if each else "", day

    lines = sorted(rows.order_by("at", "pk").values(*READ), key=same)
    return [
        finding(rule, group, count(group), code)
        for (_actor, code, _day), found in groupby(lines, same)
        for group in [list(found)]
    ]


def bursts(rule, rows, limit):
    """Findings where `limit.most` lines of one person fall within `limit.within`."""
    lines = list(rows.order_by("actor", "at", "pk").values(*READ))
    return [
        finding(rule, group, len(group), "")
        for _actor, found in groupby(lines, lambda line: line["actor_id"])
        for group in runs(list(found), limit)
    ]


def runs(lines, limit):
    """The stretches of `lines` in which enough of them come close together."""
    found, end = [], 0
    for start in range(len(lines) - limit.most + 1):
        last = start + limit.most
        if lines[last - 1]["at"] - lines[start]["at"] >= limit.within:
            continue
        if found and start < end:
            found[-1] = found[-1] + lines[end:last]
        else:
            found.append(lines[start:last])
        end = last
    return found


def finding(rule, lines, count, code):
    first, last = lines[0], lines[-1]
    name, actor = first["actor__name"], first["actor_id"]
    return Finding(rule, actor, name, first["at"], last["at"], count, code)
