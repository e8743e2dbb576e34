"""What is told on the next page: in a cookie, but sealed.

A message may name what was done, so it may not lie readable on a device; and in the
session it would stand unsealed in the database.
"""

from django.conf import settings
from django.contrib.messages.storage.cookie import CookieStorage

from exitprog.sealing import CannotOpenError, seal, unseal

LABEL, ROW = "exitprog.messages", "cookie"


class SealedCookieStorage(CookieStorage):
    """Django's own cookie, sealed; one that does not open tells nothing."""

    def _encode_parts(self, messages, encode_empty=False):
        plain = super()._encode_parts(messages, encode_empty=encode_empty)
        return plain and seal(plain, LABEL, ROW, settings.FIELD_KEYS)

    def _decode(self, data):
        try:
            plain = data and unseal(data, LABEL, ROW, settings.FIELD_KEYS)
        except (CannotOpenError, ValueError):
            self.used = True
            return None
        return super()._decode(plain)
