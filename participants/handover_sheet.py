"""What a colleague must know to take over: made from the dossier, mended by hand."""

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from exitprog import moment
from participants.models import AgencyContact, Appointment, Bottleneck, SafeContact
from participants.safety_rules import safety_rules


def handover_sheet(user, trajectory):
    """A first text: how to reach her, what comes first and when, who owes an answer."""
    parts = [
        (_("Safe contact"), _safety(user, trajectory)),
        (_("Now"), _now(user, trajectory)),
        (_("Next dates"), _dates(user, trajectory)),
        (_("Answers that are due"), _answers(user, trajectory)),
        (_("In their words"), [trajectory.wish] if trajectory.wish else []),
    ]
    return "\n\n".join(
        "\n".join([title, *(f"- {line}" for line in lines)])
        for title, lines in parts
        if lines
    )


def _safety(user, trajectory):
    rows = SafeContact.objects.visible_to(user)
    rows = rows.filter(participant=trajectory.participant)
    newest = rows.newest_first().first()
    if newest is None:
        return [_("Safe contact not asked yet. Leave no message.")]
    rules = safety_rules(newest)
    return [newest.get_level_display(), *(str(rule.text) for rule in rules)]


def _now(user, trajectory):
    rows = Bottleneck.objects.visible_to(user).filter(trajectory=trajectory).in_now()
    return [": ".join(filter(None, [row.title, row.next_step])) for row in rows]


def _dates(user, trajectory):
    """What is planned, every deadline and every dated step from today on."""
    rows = Bottleneck.objects.visible_to(user).filter(trajectory=trajectory).active()
    found = []
    for row in rows:
        found.append((row.deadline, row.deadline_what or row.title))
        found.append((row.next_step_on, row.next_step or row.title))
    found = [(day, text) for day, text in found if day and day >= moment.today()]
    lines = [(day, date_format(day, "l j F"), text) for day, text in found]
    lines += _appointments(user, trajectory)
    return [f"{when}: {text}" for _day, when, text in sorted(lines)]


def _appointments(user, trajectory):
    rows = Appointment.objects.visible_to(user).filter(trajectory=trajectory).open()
    for row in rows.filter(starts_at__gt=moment.now()):
        when = moment.local(row.starts_at)
        parts = [row.get_kind_display(), row.place, row.with_whom]
        text = ", ".join(str(part) for part in parts if part)
        yield when.date(), date_format(when, "l j F, H:i"), text


def _answers(user, trajectory):
    rows = AgencyContact.objects.visible_to(user).filter(trajectory=trajectory)
    rows = rows.awaiting_answer().select_related("agency").order_by("answer_due")
    return [
        f"{row.agency}, {date_format(row.answer_due, 'j F')}: {row.promise}".rstrip(
            ": "
        )
        for row in rows
    ]
