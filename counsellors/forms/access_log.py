"""Narrowing the access log to a case, a person or what was not allowed."""

from django import forms
from django.utils.translation import gettext_lazy as _

from counsellors.models import Role, User


class AccessLogForm(forms.Form):
    case = forms.CharField(label=_("Code"), max_length=12, required=False)
    person = forms.ModelChoiceField(
        User.objects.none(), label=_("Who"), required=False, empty_label=_("Everyone")
    )
    refused = forms.BooleanField(label=_("Only what was not allowed"), required=False)

    def __init__(self, *args, user, **kwargs):
        super().__init__(*args, **kwargs)
        programmes = user.programmes_as(Role.PRIVACY_OFFICER)
        self.fields["person"].queryset = User.objects.filter(
            memberships__programme__in=programmes
        ).distinct()

    def clean_case(self):
        return self.cleaned_data["case"].upper()

    def narrow(self, lines):
        """What the answers leave of `lines`; a faulty answer leaves none."""
        if not self.is_valid():
            return lines.none()
        asked = self.cleaned_data
        if asked["case"]:
            lines = lines.about_case(asked["case"])
        if asked["person"]:
            lines = lines.filter(actor=asked["person"])
        return lines.refused() if asked["refused"] else lines
