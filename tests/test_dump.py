"""Whoever gets hold of a dump of the database reads nothing about anybody."""

import pytest
from django.apps import apps
from django.db import connection, transaction

from exitprog.fields import SealedField
from participants.demo.seed import seed
from participants.models import Bottleneck, Participant, SafeContact, Session

LONG = 12


@pytest.fixture(scope="module")
def dump(django_db_setup, django_db_blocker):
    """Every table of the demo as COPY writes it, which is what pg_dump does.

    But those of `agencies`, which hold no people: a title may be the name of a kind.
    """
    with django_db_blocker.unblock(), transaction.atomic():
        seed("nl")
        with connection.cursor() as cursor:
            tables = connection.introspection.table_names(cursor)
            yield "\n".join(copy_of(t, cursor) for t in tables if not is_public(t))
        transaction.set_rollback(True)


def is_public(table):
    return table.startswith("agencies_")


def copy_of(table, cursor):
    name = connection.ops.quote_name(table)
    with cursor.copy(f"COPY {name} TO STDOUT") as rows:
        return b"".join(rows).decode()


def sealed_texts():
    """All that any sealed field of any model holds, opened."""
    return {
        getattr(row, field.attname)
        for model in apps.get_models()
        for field in model._meta.fields
        if isinstance(field, SealedField)
        for row in model._base_manager.all()
        if isinstance(getattr(row, field.attname), str)
    } - {""}


def test_no_sealed_text_stands_in_it(dump, db):
    texts = sealed_texts()

    assert len(texts) > 500
    assert {text for text in texts if len(text) >= LONG and text in dump} == set()


def test_no_short_one_fills_a_column(dump, db):
    columns = {cell for line in dump.splitlines() for cell in line.split("\t")}

    assert sealed_texts() & columns == set()


def test_what_counts_most_is_among_them(dump, db):
    texts = sealed_texts()

    assert {row.alias for row in Participant.objects.all()} <= texts
    assert {row.title for row in Bottleneck.objects.all()} <= texts
    assert {row.what_happened for row in Session.objects.all()} <= texts
    assert {row.phone for row in SafeContact.objects.all()} <= texts
