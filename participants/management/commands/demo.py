"""`manage.py demo`: a fictional programme to try everything on, with one command."""

from django.core.management import BaseCommand, call_command

from counsellors.models import User
from participants.demo import seed as demo


class Command(BaseCommand):
    help = "Fill a database of its own with fictional people and serve it."

    def add_arguments(self, parser):
        parser.add_argument("--no-serve", action="store_true")
        parser.add_argument("--fresh", action="store_true")

    def handle(self, **options):
        call_command("migrate", verbosity=0)
        call_command("createcachetable", verbosity=0)
        if options["fresh"]:
            call_command("flush", interactive=False, verbosity=0)
        if not User.objects.exists():
            demo.seed("nl")
