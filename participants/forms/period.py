"""What forms about a period share: days that anyone can mean, and a version."""

from itertools import pairwise

from django import forms
from django.utils.translation import gettext_lazy as _

from exitprog import moment
from exitprog.forms import DateInput, SectionsMixin, VersionField

FURTHEST_YEARS = 10


def check_year(day):
    if day and abs(day.year - moment.today().year) > FURTHEST_YEARS:
        raise forms.ValidationError(_("Check the year of this date."))


class PeriodForm(SectionsMixin, forms.ModelForm):
    """`past_days` are days that were; the others may lie ahead."""

    version = VersionField()
    past_days = ()

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.initial["version"] = self.instance.version

    def clean(self):
        cleaned = super().clean()
        for name, field in self.fields.items():
            if isinstance(field, forms.DateField) and cleaned.get(name):
                self.check_day(name, cleaned[name])
        return cleaned

    def check_day(self, name, day):
        try:
            check_year(day)
        except forms.ValidationError as error:
            self.add_error(name, error)
            return
        if name in self.past_days and day > moment.today():
            self.add_error(
                name, _("The date is in the future. Choose today or earlier.")
            )

    def check_order(self, *names):
        """Each day that is filled in comes on or after the ones named before it."""
        found = [(name, self.cleaned_data.get(name)) for name in names]
        found = [(name, day) for name, day in found if day]
        for (_earlier, before), (name, day) in pairwise(found):
            if day < before:
                self.add_error(name, self.order_errors[name])


class EndForm(SectionsMixin, forms.Form):
    """The last day; it may lie ahead when that is known already."""

    version = VersionField()
    ended_on = forms.DateField(
        label=_("Last day"),
        widget=DateInput,
        error_messages={"required": _("Choose the last day.")},
    )

    def __init__(self, *args, row, **kwargs):
        initial = {"ended_on": moment.today(), "version": row.version}
        super().__init__(*args, initial=initial, **kwargs)
        self.row = row

    def clean_ended_on(self):
        day = self.cleaned_data["ended_on"]
        check_year(day)
        if any(before and before > day for before in self.row.days_before_the_end):
            raise forms.ValidationError(
                _("Something else that is noted comes later. Choose a later day.")
            )
        return day
