"""What a new password must be, in sentences of our own."""

from django.contrib.auth import password_validation
from django.utils.translation import ngettext


class MinimumLengthValidator(password_validation.MinimumLengthValidator):
    """Says it in both languages: Django's Dutch lags behind its English sentence."""

    def get_error_message(self):
        return ngettext(
            "This is too short. Use at least %(count)s character.",
            "This is too short. Use at least %(count)s characters.",
            self.min_length,
        ) % {"count": self.min_length}
