"""What is believed of a token: who signed it, for whom, for which log-in, when."""

import dataclasses
import hmac
import time

import jwt
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat
from fido2.utils import websafe_encode as websafe

from counsellors import id_token, open_id
from tests.open_id_provider import CLIENT, key


def is_true(provider, token, keys=None):
    """Whether it is believed, for the log-in that began with the nonce n."""
    keys, known = keys or provider.page("/keys"), {"issuer": provider.issuer}
    try:
        id_token.read(token, keys, client_id=CLIENT, nonce="n", **known)
    except id_token.TokenError:
        return False
    return True


def sign(provider, signing=None, algorithm="RS256", kid="1"):
    return jwt.encode(provider.said("n"), signing, algorithm, {"kid": kid})


def sign_with_what_is_public(provider):
    """As a shared secret, in place of the key that it belongs to."""
    unsigned = sign(provider, "x" * 32, "HS256").rpartition(".")[0]
    kind, form = Encoding.PEM, PublicFormat.SubjectPublicKeyInfo
    public = key().public_key().public_bytes(kind, form)
    mac = hmac.digest(public, unsigned.encode(), "sha256")
    return f"{unsigned}.{websafe(mac)}"


def test_a_token_is_believed_that_is_for_us_for_this_log_in_and_now(provider):
    now = int(time.time())
    believed = {
        "whole": ({}, True),
        "one of many": ({"aud": [CLIENT, "another"], "azp": CLIENT}, True),
        "a clock behind": ({"exp": now - 30}, True),
        "nonce": ({"nonce": "another"}, False),
        "no nonce": ({"nonce": None}, False),
        "audience": ({"aud": "another"}, False),
        "party": ({"aud": [CLIENT, "another"], "azp": "another"}, False),
        "issuer": ({"iss": "https://login.example"}, False),
        "expired": ({"exp": now - 61}, False),
        "for ever": ({"exp": None}, False),
        "not yet": ({"iat": now + 120}, False),
        "no subject": ({"sub": None}, False),
    }
    found = {}
    for name, (claims, _expected) in believed.items():
        provider.reset()
        provider.claims |= claims
        found[name] = is_true(provider, sign(provider, key()))

    assert found == {name: expected for name, (_, expected) in believed.items()}


def test_a_token_is_believed_that_the_provider_signed(provider):
    tokens = [
        sign(provider, key()),
        sign(provider, key("another")),
        sign(provider, key(), kid="2"),
        sign(provider, key(), "PS256"),
        sign(provider, algorithm="none"),
        sign_with_what_is_public(provider),
        "no token",
    ]
    believed = [is_true(provider, token) for token in tokens]

    assert believed == [True, *[False] * 6]


def test_a_secret_that_two_share_signs_nothing_even_when_published(provider):
    shared = b"x" * 32
    published = {"kty": "oct", "kid": "1", "alg": "HS256", "k": websafe(shared)}

    token = sign(provider, shared, "HS256")
    assert is_true(provider, token, {"keys": [published]}) is False


def test_an_address_counts_when_the_provider_vouches_for_it(provider, settings):
    said = {"email": "Anouk@koers.example", "email_verified": True}
    tried = [
        said,
        said | {"email_verified": False},
        said | {"email_verified": "true"},
        {"email": "anouk@koers.example"},
        {"email_verified": True},
        said | {"email": "anou\u212a@koers.example"},
    ]
    plain = [open_id.trusted_address(claims) for claims in tried]
    settings.OPEN_ID = dataclasses.replace(provider.settings, trusts_addresses=True)
    trusting = [open_id.trusted_address(claims) for claims in tried]

    address = "anouk@koers.example"
    assert plain == [address, "", "", "", "", ""]
    assert trusting == [address, "", "", address, "", ""]
