"""What a colleague must know to take over: made from the dossier, mended by hand."""

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from participants.models import AgencyContact, Bottleneck, SafeContact
from participants.safety_rules import safety_rules


def handover_sheet(user, trajectory):
    """A first text: how to reach her, what comes first, who owes an answer."""
    parts = [
        (_("Safe contact"), _safety(user, trajectory)),
        (_("Now"), _now(user, trajectory)),
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


def _answers(user, trajectory):
    rows = AgencyContact.objects.visible_to(user).filter(trajectory=trajectory)
    rows = rows.awaiting_answer().select_related("agency").order_by("answer_due")
    return [
        f"{row.agency}, {date_format(row.answer_due, 'j F')}: {row.promise}".rstrip(
            ": "
        )
        for row in rows
    ]
