"""The next phase: one step along the arrows of the trajectory."""

from django import forms
from django.utils.translation import gettext_lazy as _

from exitprog import moment
from exitprog.forms import DateInput, SectionsMixin, Segments, TextArea, VersionField
from participants.models.trajectory import (
    ENDED,
    Destination,
    EndReason,
    State,
)


class PhaseForm(SectionsMixin, forms.Form):
    """Choices are the states that the present one leads to."""

    version = VersionField()
    state = forms.ChoiceField(
        label=_("What comes next?"),
        widget=Segments,
        error_messages={"required": _("Choose what comes next.")},
    )
    on = forms.DateField(
        label=_("On"),
        widget=DateInput,
        error_messages={"required": _("Choose the date.")},
    )
    reason = forms.ChoiceField(
        label=_("Why does it end?"),
        choices=[("", "—"), *EndReason.choices],
        required=False,
        help_text=_("Only when the trajectory ends."),
    )
    destination = forms.ChoiceField(
        label=_("Where to?"),
        choices=[("", "—"), *Destination.choices],
        required=False,
        help_text=_("Only when the trajectory ends."),
    )
    explanation = forms.CharField(
        label=_("Explanation"), max_length=2000, required=False, widget=TextArea(rows=2)
    )

    def __init__(self, *args, trajectory, **kwargs):
        super().__init__(*args, **kwargs)
        self.trajectory = trajectory
        states = trajectory.next_states()
        self.fields["state"].choices = [(state.value, state.label) for state in states]
        self.fields["on"].initial = moment.today()
        self.fields["version"].initial = trajectory.version

    def clean_on(self):
        on = self.cleaned_data["on"]
        if on > moment.today():
            raise forms.ValidationError(
                _("The date is in the future. Choose today or earlier.")
            )
        if on < self.trajectory.started_on:
            raise forms.ValidationError(_("This is before the trajectory began."))
        return on

    def clean_state(self):
        state = self.cleaned_data["state"]
        if state == State.PLANNING and self.trajectory.participant.age is None:
            raise forms.ValidationError(
                _("Ask the age first: this programme is for adults.")
            )
        return state

    def clean(self):
        cleaned = super().clean()
        if cleaned.get("state") in ENDED:
            for name in ("reason", "destination"):
                if not cleaned.get(name):
                    self.add_error(name, _("Choose one: the trajectory ends here."))
        else:
            cleaned["reason"] = cleaned["destination"] = ""
        return cleaned

    def save(self, by):
        facts = {
            name: self.cleaned_data[name]
            for name in ("state", "on", "reason", "destination", "explanation")
        }
        return self.trajectory.enter(by=by, **facts)
