"""How an admin writes down an agency."""

from django import forms
from django.utils.translation import gettext_lazy as _

from agencies.models import Agency
from exitprog.languages import SpokenLanguage
from exitprog.seen import SeenForm


class AgencyForm(SeenForm):
    languages = forms.MultipleChoiceField(
        label=_("Languages"),
        choices=SpokenLanguage,
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    website = forms.URLField(
        label=_("Website"), required=False, max_length=200, assume_scheme="https"
    )

    class Meta:
        model = Agency
        fields = [
            "name",
            "kind",
            "municipalities",
            "languages",
            "interpreter",
            "phone",
            "email",
            "website",
            "retired_on",
            "merged_into",
        ]
