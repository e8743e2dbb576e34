"""What the forms of the log share: which days can be, and what was touched."""

from datetime import timedelta

from django import forms
from django.utils.translation import gettext_lazy as _

from exitprog import moment
from exitprog.forms import Picks

LONGEST_AGO = timedelta(days=366)
FURTHEST_AHEAD = timedelta(days=731)


def check_past_day(day):
    """A day that was: today or earlier, and not a slip in the year."""
    if day > moment.today():
        raise forms.ValidationError(
            _("The date is in the future. Choose today or earlier.")
        )
    if day < moment.today() - LONGEST_AGO:
        raise forms.ValidationError(
            _("This is more than a year ago. Check the year of this date.")
        )


def check_coming_day(day, after):
    """A day that something is planned or expected on, seen from `after`."""
    if day < after:
        raise forms.ValidationError(
            _("This day lies before the contact. Choose a later day.")
        )
    if day > moment.today() + FURTHEST_AHEAD:
        raise forms.ValidationError(
            _("This is more than two years ahead. Check the year of this date.")
        )


class CheckedDays:
    """Checks the day it happened on (`on`) and those of `coming_days`."""

    coming_days = ()

    def clean_on(self):
        check_past_day(self.cleaned_data["on"])
        return self.cleaned_data["on"]

    def check_coming_days(self):
        after = self.cleaned_data.get("on") or moment.today()
        for name in self.coming_days:
            day = self.cleaned_data.get(name)
            try:
                if day:
                    check_coming_day(day, after)
            except forms.ValidationError as error:
                self.add_error(name, error)


class TouchedField(forms.MultipleChoiceField):
    """The bottlenecks that it was about, as chips; cleans to the bottlenecks."""

    widget = Picks
    default_error_messages = {
        "invalid_choice": _("Choose from the open bottlenecks of this dossier."),
        "invalid_list": _("Choose from the open bottlenecks of this dossier."),
    }

    def __init__(self, bottlenecks, **kwargs):
        self.bottlenecks = {str(row.pk): row for row in bottlenecks}
        choices = [(key, row.short_title) for key, row in self.bottlenecks.items()]
        super().__init__(choices=choices, required=False, **kwargs)

    def clean(self, value):
        chosen = super().clean(value)
        return [row for key, row in self.bottlenecks.items() if key in chosen]


class RowField(forms.TypedChoiceField):
    """One of rows that are loaded already; `choices` may stand in groups."""

    def __init__(self, rows, **kwargs):
        by_key = {str(row.pk): row for row in rows}
        super().__init__(coerce=by_key.get, empty_value=None, **kwargs)
