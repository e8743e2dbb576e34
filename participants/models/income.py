"""What she lives on, and each step: applied for, decided on, first paid, ended."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from exitprog.fields import SealedTextField
from participants.models.event import tracked
from participants.models.period import PeriodRecord
from participants.models.trajectory import Trajectory


class IncomeSource(models.TextChoices):
    BENEFIT = "benefit", _("Benefit")
    OTHER_BENEFIT = "other_benefit", _("Another benefit")
    BRIDGING = "bridging", _("Bridging money")
    WAGES = "wages", _("Wages")
    STUDENT_FINANCE = "student_finance", _("Student finance")
    PARTNER = "partner", _("Partner’s income")


class Decision(models.TextChoices):
    GRANTED = "granted", pgettext_lazy("decision", "granted")
    TURNED_DOWN = "turned_down", pgettext_lazy("decision", "turned down")


@tracked()
class Income(PeriodRecord):
    begins = ("applied_on", "decided_on", "first_payment_on")

    trajectory = models.ForeignKey(Trajectory, models.PROTECT, related_name="incomes")
    source = models.CharField(_("from what"), max_length=15, choices=IncomeSource)
    applied_on = models.DateField(_("applied on"), null=True, blank=True)
    decided_on = models.DateField(_("decided on"), null=True, blank=True)
    decision = models.CharField(
        _("decision"), max_length=11, choices=Decision, blank=True
    )
    first_payment_on = models.DateField(_("first payment on"), null=True, blank=True)
    note = SealedTextField(
        _("what else matters"),
        blank=True,
        max_length=200,
        label="participants.income.note",
    )

    class Meta:
        ordering = ["recorded_at", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(decided_on=None, decision="")
                | Q(decided_on__isnull=False, decision__gt=""),
                name="a_decision_has_a_day_and_an_outcome",
                violation_error_message=_("A decision has a day and an outcome."),
            ),
            models.CheckConstraint(
                condition=Q(decided_on=None)
                | Q(applied_on__isnull=False, applied_on__lte=F("decided_on")),
                name="an_income_is_decided_on_after_it_was_applied_for",
                violation_error_message=_("The decision comes after the application."),
            ),
            models.CheckConstraint(
                condition=Q(first_payment_on=None)
                | Q(applied_on=None)
                | Q(applied_on__lte=F("first_payment_on")),
                name="an_income_is_paid_after_it_was_applied_for",
                violation_error_message=_("A payment comes after the application."),
            ),
            models.CheckConstraint(
                condition=Q(ended_on=None)
                | (Q(applied_on=None) | Q(applied_on__lte=F("ended_on")))
                & (Q(decided_on=None) | Q(decided_on__lte=F("ended_on")))
                & (Q(first_payment_on=None) | Q(first_payment_on__lte=F("ended_on"))),
                name="an_income_ends_after_all_else",
                violation_error_message=_("The last day comes after the other days."),
            ),
            models.CheckConstraint(
                condition=Q(source__in=IncomeSource.values),
                name="an_income_has_a_source",
            ),
        ]

    def __str__(self):
        return str(self.pk)
