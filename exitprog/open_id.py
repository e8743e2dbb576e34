"""Logging in at the organisation's own provider: all of its settings, or none."""

from dataclasses import dataclass, field
from urllib.parse import urlsplit

from django.core.exceptions import ImproperlyConfigured

LONGEST = 200  # what the column of a link holds
OWN_MACHINE = {"127.0.0.1", "localhost"}


@dataclass(frozen=True)
class OpenId:
    """The provider: its name on the button, its issuer, and what it knows us by."""

    name: str
    issuer: str
    client_id: str
    secret: str = field(repr=False)
    trusts_addresses: bool = False


def from_environment(env):
    """The provider that the environment names; None without one."""
    asked = {
        "OIDC_NAME": env.str("OIDC_NAME", ""),
        "OIDC_ISSUER": env.str("OIDC_ISSUER", ""),
        "OIDC_CLIENT_ID": env.str("OIDC_CLIENT_ID", ""),
        "OIDC_CLIENT_SECRET": env.str("OIDC_CLIENT_SECRET", ""),
    }
    trusts_addresses = env.bool("OIDC_TRUST_ADDRESSES", False)
    missing = [name for name, value in asked.items() if not value]
    if len(missing) == len(asked) and not trusts_addresses:
        return None
    if missing:
        raise ImproperlyConfigured(
            f"Koers can't start: set {', '.join(missing)} too, or no OIDC_ setting."
        )
    refuse_in_the_open(asked["OIDC_ISSUER"])
    return OpenId(*asked.values(), trusts_addresses)


def refuse_in_the_open(issuer):
    parts = urlsplit(issuer)
    is_safe = parts.scheme == "https" or (
        parts.scheme == "http" and parts.hostname in OWN_MACHINE
    )
    if not (is_safe and parts.hostname and len(issuer) <= LONGEST):
        raise ImproperlyConfigured(
            f"Koers can't start: OIDC_ISSUER is {issuer}, and must begin with https:// "
            f"and be at most {LONGEST} long."
        )
