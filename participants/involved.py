"""Which agencies are involved, and what each of them still owes an answer on."""

from dataclasses import dataclass

from django.db.models import OuterRef, Subquery
from django.utils.text import Truncator
from django.utils.translation import gettext as _

from agencies.models import Agency
from exitprog import moment
from participants.day_words import day_or_today
from participants.models import AgencyContact
from participants.models.agency_contact import Outcome

LATE, WAITING, DONE = TONES = ("danger", "warn", "good")
ICONS = {LATE: "clock", WAITING: "hourglass", DONE: "check"}
SHORT = 70


@dataclass(frozen=True)
class Involved:
    """One agency: how urgent its silence is, and the sentence that says so."""

    agency: Agency
    tone: str
    text: str

    @property
    def icon(self):
        return ICONS[self.tone]


def involved(user, trajectory, bottlenecks):
    """Late ones first, then who is waited for, then the rest; by name among equals."""
    contacts = {row.agency_id: row for row in newest_per_agency(user, trajectory)}
    awaited = {
        row.waiting_agency_id: row for row in bottlenecks if row.waiting_agency_id
    }
    agencies = {row.waiting_agency_id: row.waiting_agency for row in awaited.values()}
    agencies |= {row.agency_id: row.agency for row in contacts.values()}
    found = [
        Involved(agency, *_state(contacts.get(key), awaited.get(key)))
        for key, agency in agencies.items()
    ]
    return sorted(found, key=lambda item: (TONES.index(item.tone), item.agency.name))


def newest_per_agency(user, trajectory):
    """The last contact with each agency; `asked_on` and `due_on` if it owes one."""
    rows = AgencyContact.objects.visible_to(user).filter(trajectory=trajectory)
    owed = AgencyContact.objects.filter(
        trajectory=OuterRef("trajectory"), agency=OuterRef("agency")
    )
    owed = owed.awaiting_answer().order_by("answer_due")
    return (
        rows.select_related("agency")
        .order_by("agency_id", "-on", "-recorded_at", "-pk")
        .distinct("agency_id")
        .annotate(
            asked_on=Subquery(owed.values("on")[:1]),
            due_on=Subquery(owed.values("answer_due")[:1]),
        )
    )


def _state(contact, bottleneck):
    if contact and contact.due_on:
        return _owed(contact)
    if bottleneck:
        return _awaited(bottleneck)
    return _last(contact)


def _owed(contact):
    days = {
        "due": day_or_today(contact.due_on),
        "asked": day_or_today(contact.asked_on),
    }
    if contact.due_on < moment.today():
        return LATE, _("Answer was due %(due)s, asked %(asked)s") % days
    return WAITING, _("Answer due %(due)s, asked %(asked)s") % days


def _awaited(bottleneck):
    title = bottleneck.short_title
    if bottleneck.waiting_since is None:
        return WAITING, _("We wait for it: %(title)s") % {"title": title}
    since = {"day": day_or_today(bottleneck.waiting_since), "title": title}
    return WAITING, _("Waiting since %(day)s: %(title)s") % since


def _last(contact):
    day = {"day": day_or_today(contact.on)}
    if contact.outcome == Outcome.ATTEMPT:
        return WAITING, _("Not reached on %(day)s") % day
    said = contact.promise or contact.what_was_said
    if not said:
        return DONE, _("Last contact %(day)s") % day
    said = Truncator(said).chars(SHORT)
    return DONE, _("Last contact %(day)s: %(said)s") % (day | {"said": said})
