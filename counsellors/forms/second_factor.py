"""Forms of the second step: allauth decides what is right, these what is read."""

from allauth.mfa.base import forms as base
from allauth.mfa.totp import forms as totp
from allauth.mfa.webauthn import forms as webauthn
from allauth.mfa.webauthn.internal import auth
from django import forms
from django.utils.translation import gettext_lazy as _

from counsellors.forms.account import WordsMixin


class CodeMixin(WordsMixin):
    labels = {"code": _("Code")}
    helps = {"code": _("Six figures from your app, or one of your recovery codes.")}
    asks = {"code": _("Write the code.")}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["code"].widget.attrs["inputmode"] = "numeric"


NOT_READ = _("The key was not read. Try again.")


class KeyField(forms.JSONField):
    """What a browser says for a key; anything else is told, and never crashes."""

    def __init__(self, read):
        self.read = read
        told = {"required": NOT_READ, "invalid": NOT_READ}
        super().__init__(widget=forms.HiddenInput, error_messages=told)

    def clean(self, value):
        said = super().clean(value)
        try:
            self.read(said)
        except (AttributeError, KeyError, forms.ValidationError) as error:
            raise forms.ValidationError(NOT_READ) from error
        return said


class KeyForm(webauthn.AuthenticateWebAuthnForm):
    credential = KeyField(auth.parse_authentication_response)


class KeyAgainForm(webauthn.ReauthenticateWebAuthnForm):
    credential = KeyField(auth.parse_authentication_response)


class AddKeyForm(webauthn.AddWebAuthnForm):
    credential = KeyField(auth.parse_registration_response)


class CodeForm(CodeMixin, base.AuthenticateForm):
    pass


class CodeAgainForm(CodeMixin, base.ReauthenticateForm):
    pass


class AddAppForm(CodeMixin, totp.ActivateTOTPForm):
    helps = {"code": _("Six figures that the app shows now.")}
