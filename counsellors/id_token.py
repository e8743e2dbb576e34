"""Whether an ID token is true: signed by the provider, for us, for this log-in, now."""

import jwt
from django.utils.crypto import constant_time_compare

# Keys that the provider alone can sign with: never "none", never a shared secret.
ALGORITHMS = [
    f"{kind}{bits}" for kind in ("RS", "PS", "ES") for bits in (256, 384, 512)
]
NEEDED = ["iss", "sub", "aud", "exp", "iat", "nonce"]
CLOCKS_DIFFER = 60


class TokenError(Exception):
    """It is not true, or not for us."""


def read(token, published, *, issuer, client_id, nonce):
    """The claims of `token`, checked against the keys that the provider published."""
    try:
        claims = jwt.decode(
            token,
            signing_key(token, published),
            algorithms=ALGORITHMS,
            issuer=issuer,
            audience=client_id,
            leeway=CLOCKS_DIFFER,
            options={"require": NEEDED},
        )
    except jwt.PyJWTError as error:
        raise TokenError from error
    if not constant_time_compare(claims["nonce"], nonce):
        raise TokenError
    if claims.get("azp", client_id) != client_id:
        raise TokenError
    return claims


def signing_key(token, published):
    """The published key that the token names."""
    named = jwt.get_unverified_header(token).get("kid")
    for key in jwt.PyJWKSet.from_dict(published).keys:
        if key.key_id == named and key.public_key_use in {None, "sig"}:
            return key
    raise TokenError
