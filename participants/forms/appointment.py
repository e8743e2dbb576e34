"""Planning an appointment, moving it, calling it off."""

from datetime import UTC, datetime

from django import forms
from django.utils import timezone
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from exitprog import moment
from exitprog.forms import DateInput, SectionsMixin, Segments, TimeInput, VersionField
from participants.forms.log import FURTHEST_AHEAD, RowField
from participants.forms.note import LONGEST
from participants.models import Appointment
from participants.models.appointment import USUAL_MINUTES, CancelledBy
from participants.models.session import InterpreterUsed, SessionKind


class WhenMixin(forms.Form):
    """A day and a time that lie ahead and stand on the clock; cleans to `starts_at`."""

    on = forms.DateField(
        label=_("Date"),
        widget=DateInput,
        error_messages={"required": _("Choose the date.")},
    )
    at = forms.TimeField(
        label=_("Time"),
        widget=TimeInput,
        error_messages={"required": _("Choose the time.")},
    )

    def clean_on(self):
        day = self.cleaned_data["on"]
        if day < moment.today():
            raise forms.ValidationError(
                _("This date has passed. Choose today or later.")
            )
        if day > moment.today() + FURTHEST_AHEAD:
            raise forms.ValidationError(
                _("This is more than two years ahead. Check the year of this date.")
            )
        return day

    def clean(self):
        cleaned = super().clean()
        if cleaned.get("on") and cleaned.get("at"):
            self.check_moment(datetime.combine(cleaned["on"], cleaned["at"]))
        return cleaned

    def check_moment(self, wanted):
        """An hour that the clock skips does not exist; of one twice, the first."""
        starts_at = timezone.make_aware(wanted)
        if timezone.make_naive(starts_at.astimezone(UTC)) != wanted:
            self.add_error("at", _("The clock skips this hour. Choose another time."))
        elif starts_at <= moment.now():
            self.add_error("at", _("This time has passed. Choose a later time."))
        else:
            self.cleaned_data["starts_at"] = starts_at


class AppointmentForm(WhenMixin, SectionsMixin, forms.ModelForm):
    sections = {}
    kind = forms.ChoiceField(
        label=_("How"),
        choices=SessionKind,
        widget=Segments(icons={kind: kind for kind in SessionKind.values}),
        error_messages={"required": _("Choose how you meet.")},
    )
    minutes = forms.IntegerField(
        label=_("Minutes"),
        min_value=1,
        max_value=LONGEST,
        initial=USUAL_MINUTES,
        error_messages=dict.fromkeys(
            ["required", "min_value", "max_value", "invalid"],
            _("Write a number of minutes from 1 to 600."),
        ),
    )
    interpreter = forms.TypedChoiceField(
        label=_("Interpreter"),
        choices=[(key, capfirst(how)) for key, how in InterpreterUsed.choices],
        empty_value=InterpreterUsed.NONE,
        required=False,
        widget=Segments,
    )
    field_order = ["on", "at", "minutes", "kind"]

    class Meta:
        model = Appointment
        fields = ["minutes", "place", "with_whom", "interpreter", "about", "kind"]
        labels = {
            "place": _("Place"),
            "with_whom": _("Who comes along"),
        }
        widgets = {"place": forms.TextInput, "with_whom": forms.TextInput}

    def __init__(self, *args, bottlenecks, has_interpreter, **kwargs):
        super().__init__(*args, **kwargs)
        titles = [(str(row.pk), row.short_title) for row in bottlenecks]
        self.fields["about"] = RowField(
            bottlenecks,
            label=_("What is it about?"),
            choices=[("", _("Not one of these")), *titles],
            required=False,
        )
        if not has_interpreter:
            del self.fields["interpreter"]
        self.order_fields([*self.field_order, "interpreter", "about"])

    def _post_clean(self):
        super()._post_clean()
        self.instance.starts_at = self.cleaned_data.get("starts_at")


class AppointmentMoveForm(WhenMixin, SectionsMixin):
    """Another day or time; the rest stays."""

    version = VersionField()


class AppointmentCancelForm(SectionsMixin, forms.Form):
    version = VersionField()
    cancelled_by = forms.ChoiceField(
        label=_("Who called it off?"),
        choices=[(key, capfirst(who)) for key, who in CancelledBy.choices],
        widget=Segments,
        error_messages={"required": _("Choose who called it off.")},
    )
