"""How a programme stands, from counted facts alone: load, what is stuck, who waits."""

from dataclasses import dataclass, field
from datetime import timedelta

from counsellors.models import Membership, Role, User
from exitprog import moment
from participants.models import BottleneckFact, CaseFact, CoverFact

STUCK_AFTER = timedelta(weeks=8)


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

    @property
    def acute(self):
        return sum(case.is_acute for case in self.cases)

    @property
    def unseen(self):
        return sum(case.is_unseen for case in self.cases)


@dataclass
class Stuck:
    """Bottlenecks that stand still, by who is waited for."""

    name: str
    agency: object
    facts: list[BottleneckFact] = field(default_factory=list)

    @property
    def longest(self):
        return max(fact.weeks_still for fact in self.facts)


@dataclass(frozen=True)
class ProgrammeCaseload:
    loads: list[Load]
    stuck: list[Stuck]
    waiting: list[CaseFact]
    cases: list[CaseFact]


def programme_caseload(programme, user):
    """The caseload of `programme` as `user` may see it, in four statements."""
    cases = _cases(programme, user)
    loads = _loads(programme, user, cases)
    guided = {load.user.pk for load in loads}
    return ProgrammeCaseload(
        loads=sorted(loads, key=lambda load: (load.room, load.user.name)),
        stuck=_stuck(programme, user),
        waiting=[case for case in cases if case.counsellor_id not in guided],
        cases=cases,
    )


def _cases(programme, user):
    rows = CaseFact.objects.visible_to(user).running().filter(programme=programme)
    return list(rows.select_related("counsellor").order_by("code"))


def _loads(programme, user, cases):
    members = Membership.objects.visible_to(user).in_force()
    members = members.filter(programme=programme, role=Role.COUNSELLOR)
    loads = {m.user_id: Load(m.user) for m in members.select_related("user")}
    for case in cases:
        if case.counsellor_id in loads:
            loads[case.counsellor_id].cases.append(case)
    covers = CoverFact.objects.visible_to(user).filter(
        programme=programme, starts_at__lte=moment.now()
    )
    for cover in covers:
        if cover.user_id in loads:
            loads[cover.user_id].covers += 1
    return list(loads.values())


def _stuck(programme, user):
    rows = BottleneckFact.objects.visible_to(user).filter(programme=programme)
    rows = rows.stuck_since(moment.today() - STUCK_AFTER)
    groups = {}
    for fact in rows.select_related("case", "waiting_agency"):
        name = str(fact.waiting_agency or fact.get_waiting_on_display())
        key = (fact.waiting_on, fact.waiting_agency_id)
        groups.setdefault(key, Stuck(name, fact.waiting_agency)).facts.append(fact)
    return sorted(groups.values(), key=lambda stuck: (-len(stuck.facts), stuck.name))
