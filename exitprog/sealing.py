"""How text about a person is sealed: AES-256-GCM, bound to its field and its row.

A sealed value reads `k1:<base64 of nonce and ciphertext>`, where k1 names the key.
The label of the field and the key of the row go in as associated data, so that a
ciphertext that was moved to another row or column fails to open.
"""

import base64
import os

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from django.core.exceptions import ImproperlyConfigured

NONCE_BYTES = 12


class Ciphertext(str):
    """A sealed value as the column holds it; empty text stays empty."""

    __slots__ = ()

    @property
    def key_id(self):
        return self.partition(":")[0]


class CannotOpenError(Exception):
    """The key is gone, or the ciphertext belongs to another row or field."""


def parse_keys(text):
    """Turn `k2:base64,k1:base64` into {id: 32 bytes}; the first one seals, all open."""
    keys = {}
    for part in filter(None, (text or "").split(",")):
        key_id, _, encoded = part.strip().partition(":")
        keys[key_id] = base64.b64decode(encoded)
        if not key_id or len(keys[key_id]) != 32:
            raise ImproperlyConfigured(
                "EXITPROG_FIELD_KEYS wants name:base64 of 32 bytes, split by commas."
            )
    return keys


def seal(text, label, row, keys):
    """Seal `text` under the first of `keys`, bound to `label` and `row`."""
    if text == "":
        return Ciphertext("")
    key_id, key = next(iter(keys.items()))
    nonce = os.urandom(NONCE_BYTES)
    sealed = AESGCM(key).encrypt(nonce, text.encode(), _bound(label, row))
    return Ciphertext(f"{key_id}:{base64.b64encode(nonce + sealed).decode()}")


def unseal(ciphertext, label, row, keys):
    """Open what `seal` made; raises CannotOpenError when it is not this row's own."""
    if ciphertext == "":
        return ""
    key_id, _, encoded = ciphertext.partition(":")
    if key_id not in keys:
        raise CannotOpenError(f"No key {key_id} to open {label}.")
    raw = base64.b64decode(encoded)
    nonce, sealed = raw[:NONCE_BYTES], raw[NONCE_BYTES:]
    try:
        opened = AESGCM(keys[key_id]).decrypt(nonce, sealed, _bound(label, row))
    except InvalidTag:
        raise CannotOpenError(f"{label} of another row or key.") from None
    return opened.decode()


def _bound(label, row):
    return f"{label}|{row}".encode()
