"""`manage.py remove_old_drafts`: what nobody went on with goes for good."""

from django.core.management import BaseCommand

from participants.models import Draft


class Command(BaseCommand):
    help = "Remove drafts that were not touched for 14 days. Run it every day."

    def add_arguments(self, parser):
        parser.add_argument("--dry-run", action="store_true", help="only count them")

    def handle(self, *args, **options):
        expired = Draft.objects.expired()
        count = expired.count() if options["dry_run"] else expired.delete()[0]
        verb = "would go" if options["dry_run"] else "removed"
        self.stdout.write(f"Drafts of over 14 days {verb}: {count}.")
