"""What a participant agrees to, and that it ends."""

from datetime import timedelta

from django import forms
from django.utils.translation import gettext_lazy as _

from exitprog import moment
from exitprog.forms import DateInput, Picks, SectionsMixin, Segments, VersionField
from exitprog.life_areas import LifeArea
from participants.models import Consent
from participants.models.consent import ConsentForm as Form
from participants.models.consent import Purpose

LONGEST_AGO = timedelta(days=5 * 366)
LONGEST_AHEAD = timedelta(days=10 * 366)
WITHOUT_AGENCY = {Purpose.RECORD, Purpose.HANDOVER}


class ConsentForm(SectionsMixin, forms.ModelForm):
    """What was agreed, with whom, and until when."""

    purpose = forms.ChoiceField(
        label=_("What for?"),
        choices=Purpose,
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose what it is for.")},
    )
    form = forms.ChoiceField(
        label=_("How was it agreed?"),
        choices=Form,
        widget=Segments,
        error_messages={"required": _("Choose how it was agreed.")},
    )
    topics = forms.MultipleChoiceField(
        label=_("On which life areas?"),
        choices=LifeArea,
        required=False,
        widget=Picks,
        help_text=_("None chosen: on all of them."),
    )

    class Meta:
        model = Consent
        fields = [
            "purpose",
            "agency",
            "topics",
            "given_on",
            "form",
            "information_version",
            "expires_on",
        ]
        error_messages = {
            "given_on": {"required": _("Choose the day on which it was agreed.")}
        }
        widgets = {"given_on": DateInput, "expires_on": DateInput}
        help_texts = {
            "expires_on": _("Empty: until it is withdrawn."),
            "information_version": _("For example: the leaflet of May 2026."),
        }

    def __init__(self, *args, agencies, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["agency"].queryset = agencies
        self.fields["agency"].empty_label = _("No agency")

    def clean_given_on(self):
        day = self.cleaned_data["given_on"]
        if day > moment.today():
            raise forms.ValidationError(
                _("The date is in the future. Choose today or earlier.")
            )
        if day < moment.today() - LONGEST_AGO:
            raise forms.ValidationError(_("Check the year of this date."))
        return day

    def clean_expires_on(self):
        day = self.cleaned_data["expires_on"]
        if day and day > moment.today() + LONGEST_AHEAD:
            raise forms.ValidationError(_("Check the year of this date."))
        return day

    def clean(self):
        cleaned = super().clean()
        purpose, given = cleaned.get("purpose"), cleaned.get("given_on")
        if purpose == Purpose.SHARE and "agency" not in self.errors:
            self.require_agency(cleaned)
        if purpose in WITHOUT_AGENCY:
            cleaned["agency"] = None
        if given and cleaned.get("expires_on") and cleaned["expires_on"] < given:
            self.add_error(
                "expires_on", _("It ends before it was agreed. Choose a later day.")
            )
        return cleaned

    def require_agency(self, cleaned):
        if not cleaned.get("agency"):
            self.add_error("agency", _("Choose the agency to share with."))


class WithdrawalForm(SectionsMixin, forms.Form):
    """From which day it no longer holds."""

    version = VersionField()
    withdrawn_on = forms.DateField(
        label=_("Withdrawn on"),
        widget=DateInput,
        error_messages={"required": _("Choose the day on which it was withdrawn.")},
    )

    def __init__(self, *args, consent, **kwargs):
        initial = {"withdrawn_on": moment.today(), "version": consent.version}
        super().__init__(*args, initial=initial, **kwargs)
        self.consent = consent

    def clean_withdrawn_on(self):
        day = self.cleaned_data["withdrawn_on"]
        if day > moment.today():
            raise forms.ValidationError(
                _("The date is in the future. Choose today or earlier.")
            )
        if day < self.consent.given_on:
            raise forms.ValidationError(
                _("It was agreed later than this day. Choose a later day.")
            )
        return day
