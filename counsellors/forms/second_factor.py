"""Forms of the second step: allauth decides what is right, these what is read."""

from allauth.mfa.base import forms as base
from allauth.mfa.totp import forms as totp
from django.utils.translation import gettext_lazy as _

from counsellors.forms.account import WordsMixin


class CodeMixin(WordsMixin):
    labels = {"code": _("Code")}
    helps = {"code": _("Six figures from your app, or one of your recovery codes.")}
    asks = {"code": _("Write the code.")}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["code"].widget.attrs["inputmode"] = "numeric"


class CodeForm(CodeMixin, base.AuthenticateForm):
    pass


class CodeAgainForm(CodeMixin, base.ReauthenticateForm):
    pass


class AddAppForm(CodeMixin, totp.ActivateTOTPForm):
    helps = {"code": _("Six figures that the app shows now.")}
