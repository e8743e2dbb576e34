"""`manage.py remove_old_submissions`: which page was sent is kept for two days."""

from django.core.management import BaseCommand

from counsellors.models import Submission


class Command(BaseCommand):
    help = "Forget which pages were sent over two days ago. Run it every day."

    def add_arguments(self, parser):
        parser.add_argument("--dry-run", action="store_true", help="only count them")

    def handle(self, *args, **options):
        expired = Submission.objects.expired()
        count = expired.count() if options["dry_run"] else expired.delete()[0]
        verb = "would go" if options["dry_run"] else "removed"
        self.stdout.write(f"Pages sent over two days ago {verb}: {count}.")
