"""Where we differ from allauth's second step: sealed secrets and our own words."""

from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.models import Authenticator
from django.conf import settings
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from exitprog.sealing import seal, unseal

LABEL, ROW = "counsellors.second_factor", "secret"
OWN_STEPS = [Authenticator.Type.TOTP, Authenticator.Type.WEBAUTHN]


class FactorAdapter(DefaultMFAAdapter):
    error_messages = DefaultMFAAdapter.error_messages | {
        "incorrect_code": _("This code is not right. Type the newest one."),
        "cannot_delete_authenticator": _("This is your only one. Add another first."),
    }

    def encrypt(self, text):
        return seal(text, LABEL, ROW, settings.FIELD_KEYS)

    def decrypt(self, encrypted_text):
        return unseal(encrypted_text, LABEL, ROW, settings.FIELD_KEYS)

    def get_totp_issuer(self):
        return settings.PRODUCT_NAME

    def _get_site_name(self):
        return settings.PRODUCT_NAME

    def generate_authenticator_name(self, user, type):  # noqa: A002  as allauth calls it
        held = Authenticator.objects.filter(user=user, type=type).count()
        return gettext("Key %(number)s") % {"number": held + 1}

    def can_delete_authenticator(self, authenticator):
        """The last one stays: without one, a password alone would let anyone in."""
        held = Authenticator.objects.filter(user=authenticator.user, type__in=OWN_STEPS)
        return held.exclude(pk=authenticator.pk).exists()
