"""A source of income: noting it, and each step that follows."""

from django import forms
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from exitprog.forms import DateInput, Segments
from participants.forms.period import PeriodForm
from participants.models import Income
from participants.models.income import Decision, IncomeSource

STEPS = ("applied_on", "decided_on", "first_payment_on", "ended_on")


class IncomeForm(PeriodForm):
    """A decision needs a day and an outcome, and follows an application."""

    past_days = ("applied_on", "decided_on")
    order_errors = {
        "decided_on": _("The decision comes after the application."),
        "first_payment_on": _("A payment comes after the application."),
        "ended_on": _("The last day comes after the other days."),
    }
    sections = {
        "": ["source", "note"],
        _("How far is it?"): [
            "applied_on",
            "decided_on",
            "decision",
            "first_payment_on",
            "ended_on",
        ],
    }
    source = forms.ChoiceField(
        label=_("What does it come from?"),
        choices=IncomeSource,
        widget=Segments,
        error_messages={"required": _("Choose what the income comes from.")},
    )
    decision = forms.ChoiceField(
        label=_("What was decided?"),
        choices=[
            ("", _("Nothing yet")),
            *((key, capfirst(word)) for key, word in Decision.choices),
        ],
        required=False,
        widget=Segments,
    )

    class Meta:
        model = Income
        fields = ["source", "note", *STEPS, "decision"]
        labels = {
            "note": _("What else matters?"),
            "applied_on": _("Applied on"),
            "decided_on": _("Decided on"),
            "first_payment_on": _("First payment on"),
            "ended_on": _("Last day"),
        }
        help_texts = {
            "note": _("For example the amount, or what it still waits for."),
            "ended_on": _("Empty: it goes on."),
        }
        widgets = dict.fromkeys(STEPS, DateInput) | {"note": forms.TextInput}

    def clean(self):
        cleaned = super().clean()
        self.check_order("applied_on", "first_payment_on", "ended_on")
        self.check_order("applied_on", "decided_on", "ended_on")
        self.check_decision(cleaned)
        return cleaned

    def check_decision(self, cleaned):
        if {"decided_on", "applied_on"} & self.errors.keys():
            return
        decided, decision = cleaned.get("decided_on"), cleaned.get("decision")
        if decided and not decision:
            self.add_error("decision", _("Choose what was decided."))
        elif decision and not decided:
            self.add_error("decided_on", _("Choose the day of the decision."))
        elif decided and not cleaned.get("applied_on"):
            self.add_error("applied_on", _("Choose the day of the application."))
