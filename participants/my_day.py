"""What a counsellor finds in the morning, gathered in a fixed number of statements."""

from collections import defaultdict
from dataclasses import dataclass

from django.db.models import Q

from exitprog import moment
from participants.agenda import Day, Item, coming_days, items, start_of
from participants.caseload import SORTS, Row, caseload
from participants.models import (
    AgencyContact,
    Appointment,
    Bottleneck,
    BreakGlass,
    Draft,
    Handover,
)
from participants.needs_you import (
    MOST,
    Case,
    Need,
    broken_glass,
    needs_of,
    no_next_date,
    offered,
)


@dataclass(frozen=True)
class MyDay:
    rows: list[Row]
    agenda: list[Item]
    days: list[Day]
    needs: list[Need]
    count_today: int
    count_without_date: int

    @property
    def shown_needs(self):
        return self.needs[:MOST]

    @property
    def more_needs(self):
        return len(self.needs) - len(self.shown_needs)

    @property
    def codes(self):
        """Cases of colleagues that the page names."""
        return {need.code for need in self.shown_needs if need.code}

    @property
    def to_log(self):
        """The appointment that waits longest for its note."""
        return next((item for item in self.agenda if item.waits_for_note), None)


def my_day(user) -> MyDay:
    """The whole page of this user, from the own caseload and nothing else."""
    bottlenecks = list(_own(Bottleneck, user).active().defer("story"))
    rows = [row for row in caseload(user, bottlenecks) if row.trajectory.is_open]
    planned = list(_appointments(user))
    found = items(planned, rows)
    today = moment.today()
    cases = _cases(user, rows, bottlenecks, planned)
    return MyDay(
        rows=sorted(rows, key=SORTS["safety"]),
        agenda=[item for item in found if item.day <= today],
        days=coming_days(found, bottlenecks, rows),
        needs=[*_told(user, rows), *needs_of(cases)],
        count_today=sum(item.day == today for item in found),
        count_without_date=sum(1 for case in cases for _need in no_next_date(case)),
    )


def _own(model, user):
    return model.objects.guided_by(user)


def _appointments(user):
    """Today's, all to come, and older ones that nobody logged."""
    rows = _own(Appointment, user).standing().select_related("about", "session")
    return rows.filter(Q(starts_at__gte=start_of(moment.today())) | Q(session=None))


def _cases(user, rows, bottlenecks, planned):
    owed = _own(AgencyContact, user).awaiting_answer().select_related("agency")
    drafts = Draft.objects.visible_to(user).defer("content")
    of = {
        "bottlenecks": _by_key(bottlenecks),
        "owed": _by_key(owed),
        "appointments": _by_key(a for a in planned if not a.is_logged),
    }
    kept = _by_key(drafts, "participant_id")
    return [
        Case(
            row,
            drafts=_with_participant(kept[row.participant.pk], row.participant),
            **{name: found[row.trajectory.pk] for name, found in of.items()},
        )
        for row in rows
    ]


def _by_key(rows, key="trajectory_id"):
    found = defaultdict(list)
    for row in rows:
        found[getattr(row, key)].append(row)
    return found


def _with_participant(drafts, participant):
    """Their addresses need the code, which is known."""
    for draft in drafts:
        draft.participant = participant
    return drafts


def _told(user, rows):
    """What colleagues did: dossiers offered, and dossiers opened in an emergency."""
    names = {row.trajectory.participant_id: row.participant.alias for row in rows}
    glass = BreakGlass.objects.visible_to(user).unreviewed()
    for opened in glass.select_related("user").with_code():
        yield from broken_glass(opened, user, names)
    given = Handover.objects.visible_to(user).open().filter(to_user=user)
    for handover in given.select_related("from_user").defer("sheet").with_code():
        yield offered(handover)
