"""Raising a flag and taking it down."""

from datetime import timedelta

from django import forms
from django.utils.translation import gettext_lazy as _

from exitprog import moment
from exitprog.forms import DateInput, SectionsMixin, VersionField
from participants.models import Flag

LONGEST = timedelta(days=366)


class FlagForm(SectionsMixin, forms.ModelForm):
    """One sentence for everyone who opens the dossier, with a day to look again."""

    class Meta:
        model = Flag
        fields = ["text", "review_on"]
        error_messages = {
            "text": {"required": _("Write what everyone must know.")},
            "review_on": {"required": _("Choose the day to look at it again.")},
        }
        widgets = {"text": forms.TextInput, "review_on": DateInput}

    def clean_review_on(self):
        review = self.cleaned_data["review_on"]
        if not moment.today() < review <= moment.today() + LONGEST:
            raise forms.ValidationError(_("Choose a day within the coming year."))
        return review


class FlagRemovalForm(SectionsMixin, forms.Form):
    """Why the flag is no longer needed."""

    version = VersionField()
    removal_reason = forms.CharField(
        label=_("Why is it no longer needed?"),
        max_length=300,
        error_messages={"required": _("Write why it is no longer needed.")},
    )
