"""Which dossier is asked about."""

from django import forms
from django.utils.translation import gettext_lazy as _


class LookedForm(forms.Form):
    case = forms.CharField(
        label=_("Code"),
        max_length=12,
        error_messages={"required": _("Type the code of the dossier.")},
    )

    def clean_case(self):
        return self.cleaned_data["case"].upper()
