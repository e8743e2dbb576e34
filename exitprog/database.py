"""Who acts, told to the database: for the length of one transaction."""

from contextlib import contextmanager

from django.conf import settings
from django.db import connection

from exitprog import moment

TELL = "SELECT set_config('koers.user', %s, true), set_config('koers.moment', %s, true)"


def tell(user):
    """Hand the acting user and the moment to the database, until the transaction ends."""
    key = str(user.pk) if user and user.is_authenticated else ""
    with connection.cursor() as cursor:
        cursor.execute(TELL, [key, moment.now().isoformat()])


@contextmanager
def acting_as(user):
    """Act for `user` under the web role; for tests and commands, inside a transaction."""
    with connection.cursor() as cursor:
        cursor.execute(f"SET LOCAL ROLE {connection.ops.quote_name(settings.WEB_ROLE)}")
    tell(user)
    try:
        yield
    finally:
        with connection.cursor() as cursor:
            cursor.execute("RESET ROLE")
