"""Who acts, told to the database: for the length of one transaction."""

from contextlib import contextmanager

from django.conf import settings
from django.db import connection

from exitprog import moment

TELL = "SELECT set_config('koers.user', %s, true), set_config('koers.moment', %s, true)"


def tell(user):
    """Hand the acting user and the moment to the database for this transaction."""
    key = str(user.pk) if user and user.is_authenticated else ""
    with connection.cursor() as cursor:
        cursor.execute(TELL, [key, moment.now().isoformat()])


@contextmanager
def web_role():
    """Work under the web role, which owns nothing, also where the owner logged in.

    A web process logs in as the web role anyway; tests, which build their data as
    the owner, step down for each request.
    """
    if not settings.STEPS_DOWN:
        yield
        return
    with connection.cursor() as cursor:
        cursor.execute(f"SET LOCAL ROLE {connection.ops.quote_name(settings.WEB_ROLE)}")
    try:
        yield
    finally:
        with connection.cursor() as cursor:
            cursor.execute("RESET ROLE")
