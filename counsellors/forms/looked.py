"""Which dossier is asked about."""

from django import forms
from django.utils.translation import gettext_lazy as _


class LookedForm(forms.Form):
    case = forms.CharField(
        label=_("Code"),
        max_length=12,
        error_messages={"required": _("Type the code of the dossier.")},
    )

    names = forms.BooleanField(
        label=_("With the names of colleagues"),
        help_text=_("Only when she asks for them, and nobody is put at risk by it."),
        required=False,
    )

    def clean_case(self):
        return self.cleaned_data["case"].upper()
