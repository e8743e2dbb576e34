"""What fills her days: noting an activity, its hours and the goal."""

from django import forms
from django.utils.translation import gettext_lazy as _

from exitprog.forms import DateInput, Segments
from participants.forms.period import PeriodForm
from participants.models import DaytimeActivity
from participants.models.daytime import MOST_HOURS, ActivityKind

HOW_MANY = _("Write a number of hours from 0 to 60.")
HOURS_ERRORS = dict.fromkeys(
    ["required", "invalid", "min_value", "max_value"], HOW_MANY
)


class DaytimeForm(PeriodForm):
    sections = {
        "": ["kind", "what", "started_on", "ended_on"],
        _("Hours a week"): ["hours", "goal_hours", "goal_on"],
    }
    order_errors = {"ended_on": _("The end must come after the start.")}
    kind = forms.ChoiceField(
        label=_("Which kind of activity?"),
        choices=ActivityKind,
        widget=Segments,
        error_messages={"required": _("Choose the kind of activity.")},
    )
    hours = forms.IntegerField(
        label=_("Hours a week now"),
        min_value=0,
        max_value=MOST_HOURS,
        error_messages=HOURS_ERRORS,
    )
    goal_hours = forms.IntegerField(
        label=_("Goal in hours a week"),
        min_value=0,
        max_value=MOST_HOURS,
        required=False,
        error_messages=HOURS_ERRORS,
    )

    class Meta:
        model = DaytimeActivity
        fields = [
            "kind",
            "what",
            "hours",
            "goal_hours",
            "goal_on",
            "started_on",
            "ended_on",
        ]
        labels = {
            "what": _("What, where and when?"),
            "goal_on": _("Goal reached by"),
            "started_on": _("First day"),
            "ended_on": _("Last day"),
        }
        help_texts = {
            "what": _("For example: neighbourhood kitchen, Tuesday and Thursday."),
            "ended_on": _("Empty: it goes on."),
        }
        error_messages = {"started_on": {"required": _("Choose the first day.")}}
        widgets = {
            "what": forms.TextInput,
            "goal_on": DateInput,
            "started_on": DateInput,
            "ended_on": DateInput,
        }

    def clean(self):
        cleaned = super().clean()
        self.check_order("started_on", "ended_on")
        has_hours = cleaned.get("goal_hours") is not None
        if cleaned.get("goal_on") and not has_hours and "goal_hours" not in self.errors:
            self.add_error("goal_hours", _("Write how many hours the goal is."))
        return cleaned
