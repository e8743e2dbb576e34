"""Where we differ from allauth: invitation only, and nothing told to strangers."""

from allauth.account.adapter import DefaultAccountAdapter
from django.conf import settings
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from counsellors import mail, open_id
from counsellors.account_log import note, note_log_in, note_wrong
from counsellors.models import User
from counsellors.models.access_event import Action, Proof


class AccountAdapter(DefaultAccountAdapter):
    error_messages = DefaultAccountAdapter.error_messages | {
        "email_password_mismatch": _(
            "E-mail address and password do not fit together. Check both."
        ),
        "too_many_login_attempts": _(
            "That was too often. Wait five minutes; after more tries it is longer."
        ),
        "enter_current_password": _("This is not your password now. Type it again."),
        "invalid_password_reset": _("This link does not work any more."),
    }

    def is_open_for_signup(self, request):
        return False

    def authenticate(self, request, **credentials):
        """A closed account answers like a wrong password."""
        user = super().authenticate(request, **credentials)
        if user and user.is_active:
            return user
        tried = User.objects.filter(email__iexact=credentials.get("email", "")).first()
        note_wrong(request, Action.LOG_IN, Proof.PASSWORD, tried)
        return None

    def login(self, request, user):
        super().login(request, user)
        if open_id.link(request):
            note(request, Action.LINK, Proof.PROVIDER)
            mail.try_to_send(user, "provider_linked", name=settings.OPEN_ID.name)
        note_log_in(request)

    def logout(self, request):
        note(request, Action.LOG_OUT)
        super().logout(request)

    def set_password(self, user, password):
        super().set_password(user, password)
        note(self.request, Action.PASSWORD, user=user)

    def get_password_change_redirect_url(self, request):
        return reverse("counsellors:account")

    def send_password_reset_mail(self, user, email, context):
        mail.send_beside(user, "new_password", url=context["password_reset_url"])

    def send_notification_mail(self, template_prefix, user, context=None, email=None):
        is_factor = template_prefix.startswith("mfa/")
        mail.try_to_send(user, "factor_changed" if is_factor else "password_changed")
