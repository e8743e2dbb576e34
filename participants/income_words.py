"""How a source of income stands, in words and as steps, with the time it took."""

from dataclasses import dataclass

from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from exitprog import moment
from participants.day_words import day_text, length_text
from participants.models import Income
from participants.models.income import Decision, IncomeSource
from participants.phase_steps import Step

APPLIED_FOR = {
    IncomeSource.BENEFIT,
    IncomeSource.OTHER_BENEFIT,
    IncomeSource.STUDENT_FINANCE,
}


@dataclass(frozen=True)
class IncomeCard:
    """One source: what it is, how far it is, and the steps while they still matter."""

    row: Income

    @property
    def title(self):
        return self.row.get_source_display()

    @property
    def icon(self):
        return "income"

    @property
    def text(self):
        said = self._turned_down() or self._paid() or self._granted() or self._applied()
        if self.row.ended_on is None:
            return said
        last = _("last day %(day)s") % {"day": day_text(self.row.ended_on)}
        return f"{said}, {last}" if said else capfirst(last)

    @property
    def steps(self):
        """From the application until it is paid, turned down or over."""
        row = self.row
        is_over = row.decision == Decision.TURNED_DOWN or not row.is_running
        if is_over or self._is_paid or not row.applied_on:
            return []
        days = (row.applied_on, row.decided_on, row.first_payment_on)
        labels = (
            pgettext("step", "Applied"),
            pgettext("step", "Decided"),
            pgettext("step", "First payment"),
        )
        done = [bool(day and day <= moment.today()) for day in days]
        current = done.index(False)
        return [
            Step(label, _state(place, done, current))
            for place, label in enumerate(labels)
        ]

    @property
    def _is_paid(self):
        first = self.row.first_payment_on
        return first is not None and first <= moment.today()

    def _paid(self):
        first, applied = self.row.first_payment_on, self.row.applied_on
        if first is None:
            return ""
        if not self._is_paid:
            return _("First payment expected %(day)s") % {"day": day_text(first)}
        facts = {"day": day_text(first)}
        if not applied:
            return _("Paid since %(day)s") % facts
        facts["length"] = length_text((first - applied).days)
        return _("Paid since %(day)s, %(length)s after applying") % facts

    def _turned_down(self):
        if self.row.decision != Decision.TURNED_DOWN:
            return ""
        return _("Turned down %(day)s, after %(length)s") % self._decision()

    def _granted(self):
        if self.row.decided_on is None:
            return ""
        return (
            _("Granted %(day)s after %(length)s, nothing paid yet") % self._decision()
        )

    def _decision(self):
        """The day of the decision, and how long it took."""
        took = self.row.decided_on - self.row.applied_on
        return {"day": day_text(self.row.decided_on), "length": length_text(took.days)}

    def _applied(self):
        applied = self.row.applied_on
        if applied is None:
            is_to_be_asked = self.row.source in APPLIED_FOR
            return _("Not applied for yet") if is_to_be_asked else ""
        waiting = length_text((moment.today() - applied).days)
        facts = {"day": day_text(applied), "length": waiting}
        return _("Applied %(day)s, waiting for %(length)s") % facts


def _state(place, done, current):
    if done[place]:
        return "done"
    return "current" if place == current else "later"
