"""`manage.py flush`: Django's own, allowed to empty what otherwise stays for good."""

from django.core.management.commands import flush
from django.db import connections

ALLOW = "SELECT set_config('koers.empties', %s, false)"


class Command(flush.Command):
    def handle(self, **options):
        connection = connections[options["database"]]
        with connection.cursor() as cursor:
            cursor.execute(ALLOW, ["everything"])
        try:
            super().handle(**options)
        finally:
            with connection.cursor() as cursor:
                cursor.execute(ALLOW, [""])
