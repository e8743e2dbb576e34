"""A block whose writes never happened: for many examples in one test."""

from contextlib import contextmanager

from django.db import transaction


@contextmanager
def rolled_back():
    with transaction.atomic():
        yield
        transaction.set_rollback(True)
