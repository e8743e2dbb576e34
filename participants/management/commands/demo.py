"""`manage.py demo`: a fictional programme to try Koers on, with one command."""

from django.core.management import BaseCommand, CommandError, call_command
from django.db import OperationalError

from counsellors.models import User
from exitprog import web_server
from participants.demo import marker, people
from participants.demo.seed import seed

FOREIGN = (
    "This database holds data that the demo did not put there: "
    "name an empty one in DATABASE_URL."
)


class Command(BaseCommand):
    help = "Fill a database of its own with fictional people, and serve it."

    def add_arguments(self, parser):
        parser.add_argument("--port", type=int, default=8000, help="default: 8000")
        parser.add_argument("--no-serve", action="store_true", help="only prepare it")
        parser.add_argument("--fresh", action="store_true", help="begin again, today")
        parser.add_argument(
            "--language",
            choices=["nl", "en"],
            default="nl",
            help="of the written notes and of the accounts (default: nl)",
        )

    def handle(self, *, port, no_serve, fresh, language, **options):
        if not no_serve and not web_server.is_free(port):
            raise CommandError(f"Port {port} is not free: choose another with --port.")
        self.prepare(fresh, language)
        self.tell(port)
        if no_serve:
            return
        self.stdout.write("Press Ctrl+C to stop.")
        self.stdout.flush()
        if web_server.serve(port):
            raise CommandError("The web server stopped by itself.")

    def prepare(self, fresh, language):
        """Tables, cache, people and static files: whatever is not there yet."""
        try:
            is_foreign = marker.is_foreign()
        except OperationalError as error:
            raise CommandError(f"The database does not answer: {error}") from error
        if is_foreign:
            raise CommandError(FOREIGN)
        call_command("migrate", verbosity=0)
        call_command("createcachetable", verbosity=0)
        if fresh:
            call_command("flush", interactive=False, verbosity=0)
        if not User.objects.exists():
            seed(language)
        call_command("collectstatic", interactive=False, verbosity=0)

    def tell(self, port):
        told = marker.read()
        self.stdout.write(f"\nKoers: http://127.0.0.1:{port}/")
        self.stdout.write(f"Everyone's password: {people.PASSWORD}\n\n")
        for name, slug, role in people.ACCOUNTS:
            what = f"{role.label}, {slug.title()}" if slug else "Admin"
            self.stdout.write(f"  {people.email_of(name):24}{name:18}{what}")
        self.stdout.write(
            f"\nSeeded on {told['demo']}, notes in {told['language']}; "
            "begin again with --fresh.\n"
        )
