"""Opening a locked screen again, by the person who locked it."""

from allauth.account.adapter import get_adapter
from django import forms
from django.utils.translation import gettext_lazy as _

from exitprog.forms import SectionsMixin


class UnlockForm(SectionsMixin, forms.Form):
    password = forms.CharField(
        label=_("Password"),
        strip=False,
        error_messages={"required": _("Write your password.")},
        widget=forms.PasswordInput({"autocomplete": "current-password"}),
    )
    who = forms.CharField(widget=forms.HiddenInput, required=False)
    next = forms.CharField(widget=forms.HiddenInput, required=False)
    held = forms.CharField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args, request, **kwargs):
        self.request = request
        super().__init__(*args, **kwargs)

    def clean_password(self):
        """As logging in does, with its delays for who guesses."""
        password, user = self.cleaned_data["password"], self.request.user
        adapter = get_adapter(self.request)
        found = adapter.authenticate(self.request, email=user.email, password=password)
        if found is None or found.pk != user.pk:
            raise forms.ValidationError(_("This is not your password. Type it again."))
        return password
