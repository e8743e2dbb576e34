"""Assigning, covering and handing over: who, from when, and what she must know."""

from datetime import datetime, time, timedelta

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from counsellors.models import User
from counsellors.querysets.user import in_force
from exitprog import moment
from exitprog.forms import DateInput, SectionsMixin, TextArea
from participants.ownership import GUIDING


def colleagues(case, *, without=None):
    """Active people who guide in the programme now."""
    rows = User.objects.active().filter(
        in_force("memberships__"),
        memberships__programme=case.programme_id,
        memberships__role__in=GUIDING,
        is_staff=False,
    )
    return rows.exclude(pk=without.pk if without else None).distinct()


class ColleagueField(forms.ModelChoiceField):
    def __init__(self, **kwargs):
        super().__init__(User.objects.none(), empty_label=_("Choose"), **kwargs)


class PeriodFields(forms.Form):
    """A first and a last day; without a last day there is no end."""

    from_day = forms.DateField(label=_("From"), widget=DateInput, required=False)
    until_day = forms.DateField(
        label=_("Up to and including"),
        widget=DateInput,
        required=False,
        help_text=_("Leave empty to hand over for good."),
    )

    def clean_from_day(self):
        day = self.cleaned_data["from_day"]
        if day and day < moment.today():
            raise forms.ValidationError(
                _("This day has passed. Choose today or later.")
            )
        return day

    def clean(self):
        cleaned = super().clean()
        first, last = cleaned.get("from_day"), cleaned.get("until_day")
        if last and last < (first or moment.today()):
            self.add_error("until_day", _("The end must come after the start."))
        starts_later = first and first > moment.today()
        if starts_later and not last and "until_day" not in self.errors:
            self.add_error("until_day", _("Cover that starts later needs a last day."))
        return cleaned

    @property
    def is_cover(self):
        return bool(self.cleaned_data["until_day"])

    def period(self):
        """Half-open: from now or the first day, up to the day after the last."""
        first = self.cleaned_data["from_day"]
        begins = _midnight(first) if first and first > moment.today() else moment.now()
        last = self.cleaned_data["until_day"]
        return begins, _midnight(last + timedelta(days=1))


def _midnight(day):
    return timezone.make_aware(datetime.combine(day, time.min))


class AssignmentForm(SectionsMixin, PeriodFields):
    """The team lead gives a case to someone, for good or for a while."""

    to = ColleagueField(
        label=_("To whom?"), error_messages={"required": _("Choose a colleague.")}
    )

    sections = {"": ["to", "from_day", "until_day"]}

    def __init__(self, *args, case, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["to"].queryset = colleagues(case)


class TransferForm(SectionsMixin, PeriodFields):
    """The counsellor hands over: for good (to be accepted), or lets someone cover."""

    to = ColleagueField(
        label=_("To whom?"), error_messages={"required": _("Choose a colleague.")}
    )
    sheet = forms.CharField(
        label=_("Hand-over sheet"),
        max_length=5000,
        widget=TextArea(rows=10),
        help_text=_("Only the colleague whom you choose reads this."),
        error_messages={"required": _("Write what your colleague must know.")},
    )
    told_on = forms.DateField(
        label=_("The participant was told on"), widget=DateInput, required=False
    )

    sections = {"": ["to", "from_day", "until_day", "sheet", "told_on"]}

    def __init__(self, *args, case, user, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["to"].queryset = colleagues(case, without=user)

    def clean_told_on(self):
        told = self.cleaned_data["told_on"]
        if told and told > moment.today():
            raise forms.ValidationError(
                _("The date is in the future. Choose today or earlier.")
            )
        return told


class LeavingForm(forms.Form):
    """Someone leaves: each of her cases goes to a colleague, all at once."""

    def __init__(self, *args, cases, people, **kwargs):
        super().__init__(*args, **kwargs)
        self.cases = cases
        for case in cases:
            self.fields[str(case.pk)] = forms.ModelChoiceField(
                people,
                label=case.code,
                empty_label=_("Choose"),
                error_messages={"required": _("Choose someone for this case.")},
            )

    def plan(self):
        """{trajectory key: user} for every case."""
        return {case.pk: self.cleaned_data[str(case.pk)] for case in self.cases}
