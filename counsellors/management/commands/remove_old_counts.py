"""`manage.py remove_old_counts`: tries to log in are counted for an hour at most."""

from django.core.management import BaseCommand
from django.db import connection

EXPIRED = "DELETE FROM exitprog_cache WHERE expires < now()"


class Command(BaseCommand):
    help = "Remove counted tries that count no longer. Run it every day."

    def handle(self, *args, **options):
        with connection.cursor() as cursor:
            cursor.execute(EXPIRED)
            self.stdout.write(f"Counts that were over removed: {cursor.rowcount}.")
