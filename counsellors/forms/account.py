"""Forms of logging in, of passwords and of one's own preferences.

Allauth decides what is right; these decide what is read.
"""

from allauth.account import forms as allauth
from django import forms
from django.contrib.auth.password_validation import get_default_password_validators
from django.utils.functional import lazy
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from counsellors.models import Language, Role, Theme, User
from exitprog.forms import SectionsMixin, Segments


def _password_help():
    lengths = [getattr(v, "min_length", 0) for v in get_default_password_validators()]
    told = gettext("At least %(count)s characters. A sentence is easy to remember.")
    return told % {"count": max(lengths, default=0)}


class WordsMixin(SectionsMixin):
    """Gives allauth's fields our labels, and takes its placeholders and links away."""

    labels = {}
    helps = {}
    asks = {}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for name, field in self.fields.items():
            field.label = self.labels[name]
            field.help_text = self.helps.get(name, "")
            if name in self.asks:
                field.error_messages["required"] = self.asks[name]
            field.widget.attrs.pop("placeholder", None)


class LoginForm(WordsMixin, allauth.LoginForm):
    """E-mail and password; nothing is remembered on the device."""

    labels = {"login": _("E-mail address"), "password": _("Password")}
    asks = {
        "login": _("Write your e-mail address."),
        "password": _("Write your password."),
    }

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["login"].widget.attrs["autocomplete"] = "username"


class ResetPasswordForm(WordsMixin, allauth.ResetPasswordForm):
    labels = {"email": _("E-mail address")}
    asks = {"email": _("Write your e-mail address.")}


class NewPasswordForm(WordsMixin, allauth.ResetPasswordKeyForm):
    labels = {
        "password1": _("New password"),
        "password2": _("New password, once more"),
    }
    helps = {"password1": lazy(_password_help, str)()}
    asks = {
        "password1": _("Write a new password."),
        "password2": _("Write the new password once more."),
    }


class ChangePasswordForm(WordsMixin, allauth.ChangePasswordForm):
    labels = NewPasswordForm.labels | {"oldpassword": _("Your password now")}
    helps = NewPasswordForm.helps
    asks = NewPasswordForm.asks | {"oldpassword": _("Write your password now.")}


class PreferencesForm(SectionsMixin, forms.ModelForm):
    max_participants = forms.IntegerField(
        label=_("Most participants at a time"),
        help_text=_("The participants page counts your free places with it."),
        min_value=1,
        max_value=99,
        error_messages={"required": _("Write a number from 1 to 99.")},
    )

    class Meta:
        model = User
        fields = ["language", "theme", "has_shortcuts", "max_participants"]
        labels = {
            "language": _("Language"),
            "theme": _("Light or dark"),
            "has_shortcuts": _("Use single-key shortcuts"),
        }
        help_texts = {
            "has_shortcuts": _("Switch them off if you speak to your computer."),
        }
        error_messages = {
            "language": {"required": _("Choose a language.")},
            "theme": {"required": _("Choose light, dark or as your device.")},
        }
        widgets = {"language": Segments, "theme": Segments}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["language"].choices = Language.choices
        self.fields["theme"].choices = Theme.choices
        if not self.instance.has_role(Role.COUNSELLOR, Role.TEAM_LEAD):
            del self.fields["max_participants"]


class LanguageForm(forms.Form):
    language = forms.ChoiceField(
        choices=Language, error_messages={"required": _("Choose a language.")}
    )
