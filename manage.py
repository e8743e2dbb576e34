#!/usr/bin/env python
"""Commands of Koers; in demo, dev and test mode they find their database running."""

import os
import sys

from django.conf import settings
from django.core.exceptions import ImproperlyConfigured
from django.core.management import execute_from_command_line

from exitprog import embedded_postgres

WITHOUT_DATABASE = {
    "check",
    "collectstatic",
    "compilemessages",
    "diffsettings",
    "findstatic",
    "help",
    "makemessages",
    "startapp",
    "startproject",
}
ASKING = {"-h", "--help", "--version"}


def main(arguments):
    command = arguments[1] if len(arguments) > 1 else "help"
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "exitprog.settings")
    if command == "demo":
        os.environ.setdefault("EXITPROG_MODE", "demo")
    role = "web" if command == "runserver" else "owner"
    os.environ.setdefault("EXITPROG_DB_ROLE", role)
    if command not in WITHOUT_DATABASE and not ASKING.intersection(arguments):
        start_database()
    execute_from_command_line(arguments)


def start_database():
    """Only where settings chose the embedded one: a named server runs by itself."""
    if not (settings.IS_PRODUCTION or settings.DATABASE_URL):
        embedded_postgres.ensure()


if __name__ == "__main__":
    try:
        main(sys.argv)
    except ImproperlyConfigured as error:
        if "--traceback" in sys.argv:
            raise
        sys.exit(f"{error}")
