"""What a dump of the database holds, and what it must not hold."""

from django.apps import apps
from django.db import connection

from exitprog.fields import SealedField


def dumped():
    """Every table as COPY writes it, which is what pg_dump does.

    But those of `agencies`, which hold no people: a title may be the name of a kind.
    """
    with connection.cursor() as cursor:
        tables = connection.introspection.table_names(cursor)
        return "\n".join(
            copy_of(table, cursor)
            for table in tables
            if not table.startswith("agencies_")
        )


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
