"""What asks for the counsellor today, from facts alone: one rule, one function.

A rule takes one case and gives what it needs, or nothing. No rule asks the database,
and nobody types these lines.
"""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date

from django.urls import reverse
from django.utils.formats import date_format
from django.utils.text import get_text_list
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from exitprog import moment
from participants.caseload import SAFETY_ORDER, Row
from participants.deadline_words import NEAR_DAYS, distance_text
from participants.models import (
    AgencyContact,
    Appointment,
    Bottleneck,
    BreakGlass,
    Draft,
    Handover,
)
from participants.models.safe_contact import Level
from participants.models.trajectory import State

MOST = 7
NAMED = 3


@dataclass(frozen=True)
class Need:
    """One line: about whom, what, and the one thing to do; `rank` sorts like lines.

    Lines with the same `together` become one, under that text, when there are more.
    `code` is of a case that may be no one's of the reader.
    """

    who: str
    text: str
    verb: str
    url: str
    icon: str
    tone: str = ""
    rank: tuple = ()
    together: str = ""
    code: str = ""


@dataclass(frozen=True)
class Case:
    """All that the rules know of one participant."""

    row: Row
    bottlenecks: list[Bottleneck] = field(default_factory=list)
    owed: list[AgencyContact] = field(default_factory=list)
    appointments: list[Appointment] = field(default_factory=list)
    drafts: list[Draft] = field(default_factory=list)

    @property
    def name(self):
        return self.row.participant.alias

    @property
    def today(self) -> date:
        return self.row.today

    @property
    def is_planned(self) -> bool:
        """Whether an appointment is still to come or going on."""
        return any(not planned.is_past for planned in self.appointments)

    def page(self, name, *keys):
        return reverse(f"participants:{name}", args=[self.row.participant.code, *keys])


def safety_check_overdue(case: Case) -> Iterator[Need]:
    """The safe contact was never asked, or longer ago than its level allows.

    Who is in acute danger keeps a line of her own.
    """
    contact = case.row.safe_contact
    if not contact.is_overdue:
        return
    level = Level(contact.level)
    if level == Level.NOT_ASKED or contact.checked_on is None:
        text, verb = _("safe contact not asked yet."), _("Ask and note")
        together = text
    else:
        days = (case.today - contact.checked_on).days
        text = ngettext(
            "safe contact was discussed %(days)s day ago.",
            "safe contact was discussed %(days)s days ago.",
            days,
        ) % {"days": days}
        verb = _("Check again")
        together = _("safe contact was discussed more than a month ago.")
    tone = "danger" if level == Level.ACUTE else "warn"
    rank = (SAFETY_ORDER.index(level), contact.checked_on or date.min)
    url = case.page("safe-contact")
    together = "" if level == Level.ACUTE else together
    yield Need(case.name, text, verb, url, level.value, tone, rank, together)


def deadline_near(case: Case) -> Iterator[Need]:
    """A deadline within seven days, today, or passed."""
    for row in case.bottlenecks:
        if row.deadline is None or (row.deadline - case.today).days > NEAR_DAYS:
            continue
        days = (row.deadline - case.today).days
        what = row.deadline_what or row.title
        text = f"{what}, {date_format(row.deadline, 'l j F')}"
        distance = distance_text(days) if days else _("today")
        text += f" ({distance})."
        tone = "danger" if days <= 0 else "warn"
        url = case.page("bottleneck", row.pk)
        verb = _("Open bottleneck")
        yield Need(case.name, text, verb, url, "clock", tone, (row.deadline,))


def answer_overdue(case: Case) -> Iterator[Need]:
    """An agency said that it would answer by a day, and that day has passed."""
    for row in case.owed:
        if row.answer_due >= case.today:
            continue
        days = (case.today - row.answer_due).days
        text = ngettext(
            "the answer of %(agency)s is %(days)s day late.",
            "the answer of %(agency)s is %(days)s days late.",
            days,
        ) % {"agency": row.agency, "days": days}
        url = f"{case.page('contact-new')}?agency={row.agency_id}"
        verb = _("Log the reply")
        yield Need(case.name, text, verb, url, "hourglass", "warn", (row.answer_due,))


def not_seen(case: Case) -> Iterator[Need]:
    """Not seen for more than 14 days, and no appointment to come."""
    if not case.row.is_unseen or case.is_planned:
        return
    days = case.row.days_unseen
    text = ngettext(
        "not seen for %(days)s day.", "not seen for %(days)s days.", days
    ) % {"days": days}
    url = case.page("appointment-new")
    yield Need(case.name, text, _("Plan a contact"), url, "people", "", (-days,))


def past_without_a_note(case: Case) -> Iterator[Need]:
    """An appointment is over, and nobody wrote how it went."""
    for planned in case.appointments:
        if planned.is_past:
            text = _("no note yet about %(day)s.") % {
                "day": date_format(moment.local(planned.starts_at), "l j F, H:i")
            }
            url = log_url(case.row.participant, planned)
            rank = (planned.starts_at,)
            yield Need(case.name, text, _("Log it"), url, "log", "", rank)


def draft_kept(case: Case) -> Iterator[Need]:
    """A form was not finished."""
    for draft in case.drafts:
        text = _("draft of %(day)s: %(form)s.") % {
            "day": date_format(moment.local(draft.saved_at), "l j F"),
            "form": draft.get_form_display(),
        }
        url = draft.get_absolute_url()
        rank = (draft.saved_at,)
        yield Need(case.name, text, _("Go on"), url, "draft", "", rank)


def no_next_date(case: Case) -> Iterator[Need]:
    """Seen lately, but no appointment and no dated step lies ahead."""
    stands_still = case.row.trajectory.state == State.ON_HOLD
    if stands_still or case.row.is_unseen or case.is_planned:
        return
    dated = (row.next_step_on for row in case.bottlenecks)
    if any(day and day >= case.today for day in dated):
        return
    text, verb = _("no next date."), _("Plan a date")
    url = case.page("appointment-new")
    rank = (-case.row.days_unseen,)
    yield Need(case.name, text, verb, url, "calendar", "", rank)


RULES = [
    safety_check_overdue,
    deadline_near,
    answer_overdue,
    not_seen,
    past_without_a_note,
    draft_kept,
    no_next_date,
]


def offered(handover: Handover) -> Need:
    """A colleague offers her dossier; until it is answered she stays responsible."""
    text = _("%(name)s offers you this dossier.") % {"name": handover.from_user}
    url = reverse("participants:handovers")
    verb = _("Read and answer")
    code = handover.case_code
    return Need(code, text, verb, url, "transfer", "warn", code=code)


def broken_glass(opened: BreakGlass, user, names) -> Iterator[Need]:
    """A colleague opened a dossier in an emergency, or asks to open it."""
    if opened.user_id == user.pk:
        yield from own_glass(opened)
        return
    code, mine = opened.case_code, opened.participant_id in names
    text = _("%(name)s opened this dossier in an emergency.")
    if opened.opened_nothing:
        text = _("%(name)s asks to open this dossier in an emergency.")
    url = (
        reverse("participants:overview", args=[code])
        if mine
        else reverse("participants:emergencies")
    )
    verb = _("Open dossier") if mine else _("Look at it")
    who, text = names.get(opened.participant_id, code), text % {"name": opened.user}
    yield Need(who, text, verb, url, "eye", "danger", code=code)


def own_glass(opened: BreakGlass) -> Iterator[Need]:
    """Who asked waits, then reads; who opened a dossier writes why."""
    code = opened.case_code
    if opened.waits:
        text = _("you asked to open this dossier; a second person must agree.")
        url = reverse("participants:emergency-waiting", args=[opened.pk])
        yield Need(code, text, _("Look at it"), url, "hourglass", "warn", code=code)
    elif opened.approved_at and opened.is_in_force:
        text = _("you may read this dossier until %(time)s.") % {
            "time": date_format(moment.local(opened.ends_at), "H:i")
        }
        url = reverse("participants:overview", args=[code])
        yield Need(code, text, _("Open dossier"), url, "eye", "warn", code=code)
    elif not (opened.note or opened.was_held_back):
        text = _("you opened this dossier in an emergency.")
        url = reverse("participants:emergency-note", args=[opened.pk])
        verb = _("Write what you did")
        yield Need(code, text, verb, url, "eye", "warn", code=code)


def needs_of(cases) -> list[Need]:
    """Everything that the rules find, the most urgent first."""
    found = []
    for rule in RULES:
        needs = [need for case in cases for need in rule(case)]
        found += grouped(sorted(needs, key=lambda need: (need.rank, need.who)))
    return found


def grouped(needs) -> list[Need]:
    """Lines that go together as one, where the first of them stood."""
    alike = defaultdict(list)
    for need in needs:
        alike[need.together or id(need)].append(need)
    return [_as_one(group) if len(group) > 1 else group[0] for group in alike.values()]


def _as_one(group):
    """Names the first few, and leads to the list of all."""
    names = [need.who for need in group[:NAMED]]
    if more := len(group) - len(names):
        text = ngettext("%(count)s more", "%(count)s more", more)
        names.append(text % {"count": more})
    return replace(
        group[0],
        who=get_text_list(names, _("and")),
        text=group[0].together,
        verb=_("See who"),
        url=f"{reverse('participants:list')}?show=check",
    )


def log_url(participant, planned) -> str:
    page = reverse("participants:session-new", args=[participant.code])
    return f"{page}?appointment={planned.pk}"
