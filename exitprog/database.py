"""Who acts, told to the database: for the length of one transaction."""

from contextlib import contextmanager

from django.conf import settings
from django.db import connection, transaction

from exitprog import moment

SETTINGS = ("role", "koers.user", "koers.moment")
SET = "set_config(%s, %s, true)"


def tell(user):
    """Hand the acting user and the moment to the database for this transaction."""
    _set({"koers.user": _key_of(user), "koers.moment": moment.now().isoformat()})


@contextmanager
def acting_as(user):
    """Work as `user` and under the web role, which owns nothing, in one transaction.

    For requests, commands and tests alike, also where the owner logged in; None acts
    for nobody. Inside another transaction, what was told before counts again
    afterwards; when the block fails, rolling it back does that.
    """
    is_outermost = not connection.in_atomic_block
    with transaction.atomic():
        before = {} if is_outermost else _told()
        _set({"role": settings.WEB_ROLE})
        tell(user)
        yield
        _set(before)


def _key_of(user):
    return str(user.pk) if user and user.is_authenticated else ""


def _set(values):
    """Set them for this transaction."""
    if not values:
        return
    with connection.cursor() as cursor:
        pairs = [part for pair in values.items() for part in pair]
        cursor.execute(f"SELECT {', '.join([SET] * len(values))}", pairs)


def _told():
    """What is set now; an empty value where nothing was."""
    asked = ", ".join(["coalesce(current_setting(%s, true), '')"] * len(SETTINGS))
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT {asked}", SETTINGS)
        return dict(zip(SETTINGS, cursor.fetchone(), strict=True))
