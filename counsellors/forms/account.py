"""Forms of logging in."""

from allauth.account.forms import LoginForm as AllauthLoginForm


class LoginForm(AllauthLoginForm):
    """E-mail and password; nothing is remembered on the device."""
