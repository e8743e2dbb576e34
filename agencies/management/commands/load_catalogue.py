"""Fills the lists of the admin with what Koers brings along."""

from django.core.management.base import BaseCommand

from agencies.catalogue import load


class Command(BaseCommand):
    help = (
        "Add the kinds, standard blockers, reasons, phrases and clocks not there yet."
    )

    def handle(self, *args, **options):
        self.stdout.write(f"{load()} entries added to the catalogue.")
