"""How a programme stands, from counted facts alone: load, what is stuck, who waits."""

from dataclasses import dataclass, field
from datetime import timedelta
from functools import cached_property

from django.utils.translation import gettext

from counsellors.models import Membership, Role, User
from exitprog import moment
from participants.models import BottleneckFact, CaseFact, CoverFact
from participants.models.bottleneck import WaitingOn

STUCK_AFTER = timedelta(weeks=8)
SHOWN = 8


@dataclass
class Load:
    """What one counsellor carries, against how much she can."""

    user: User
    cases: list[CaseFact] = field(default_factory=list)
    covers: int = 0

    @property
    def room(self):
        return self.user.max_participants - len(self.cases)

    @property
    def percent(self):
        """Load against capacity, at most 100."""
        most = self.user.max_participants or 1
        return min(100, round(100 * len(self.cases) / most))

    @cached_property
    def acute(self):
        return sum(case.is_acute for case in self.cases)

    @cached_property
    def unseen(self):
        return sum(case.is_unseen for case in self.cases)


@dataclass
class Stuck:
    """Bottlenecks that stand still, the longest first, by who is waited for."""

    facts: list[BottleneckFact] = field(default_factory=list)

    @property
    def name(self):
        """Of the agency, else whom or what it is; waiting on nobody is said so."""
        first = self.facts[0]
        if first.waiting_on == WaitingOn.NOBODY:
            return gettext("Waits on nobody")
        return str(first.waiting_agency or first.get_waiting_on_display())

    @property
    def count(self):
        return self.facts[0].total

    @property
    def longest(self):
        return self.facts[0].weeks_still

    @property
    def more(self):
        """How many the page does not name."""
        return self.count - len(self.facts)


@dataclass(frozen=True)
class ProgrammeCaseload:
    loads: list[Load]
    stuck: list[Stuck]
    waiting: list[CaseFact]
    cases: list[CaseFact]
    users: dict

    def codes(self, cases):
        """Those that a page with `cases` names: who waits and what is stuck as well."""
        stuck = [fact.case for group in self.stuck for fact in group.facts]
        return {case.code for case in (*cases, *self.waiting, *stuck)}

    def named(self, cases):
        """The same cases, each with its counsellor, for those that a page shows."""
        for case in cases:
            case.counsellor = self.users.get(case.counsellor_id)
        return cases


def programme_caseload(programme, user):
    """The caseload of `programme` as `user` may see it, in five statements."""
    cases = _cases(programme, user)
    members = Membership.objects.visible_to(user).in_force()
    members = members.filter(programme=programme, role=Role.COUNSELLOR)
    guiding = set(members.values_list("user", flat=True))
    users = User.objects.in_bulk(guiding | {case.counsellor_id for case in cases})
    loads = {key: Load(users[key]) for key in guiding}
    _fill(loads, cases)
    _count_covers(programme, user, loads)
    found = ProgrammeCaseload(
        loads=sorted(loads.values(), key=lambda load: (load.room, load.user.name)),
        stuck=_stuck(programme, user, cases),
        waiting=[case for case in cases if case.counsellor_id not in loads],
        cases=cases,
        users=users,
    )
    found.named(found.waiting)
    return found


def _cases(programme, user):
    rows = CaseFact.objects.visible_to(user).running().filter(programme=programme)
    return list(rows.order_by("code"))


def _fill(loads, cases):
    for case in cases:
        if case.counsellor_id in loads:
            loads[case.counsellor_id].cases.append(case)


def _count_covers(programme, user, loads):
    covers = CoverFact.objects.visible_to(user).filter(
        programme=programme, starts_at__lte=moment.now()
    )
    for key in covers.values_list("user", flat=True):
        if key in loads:
            loads[key].covers += 1


def _stuck(programme, user, cases):
    rows = BottleneckFact.objects.visible_to(user).filter(programme=programme)
    rows = rows.stuck_since(moment.today() - STUCK_AFTER)
    rows = rows.first_of_each(SHOWN, "waiting_on", "waiting_agency")
    by_key = {case.pk: case for case in cases}
    groups = {}
    for fact in rows.select_related("waiting_agency"):
        fact.case = by_key[fact.case_id]
        key = (fact.waiting_on, fact.waiting_agency_id)
        groups.setdefault(key, Stuck()).facts.append(fact)
    return sorted(groups.values(), key=lambda stuck: (-stuck.count, stuck.name))
