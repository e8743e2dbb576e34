"""The second wall alone: the first one taken away, in a block."""

from contextlib import ExitStack, contextmanager
from unittest.mock import patch

from django.apps import apps
from django.db import DatabaseError, connection, models, transaction

from exitprog.database import acting_as
from participants.models import Participant


def querysets(kind=models.QuerySet):
    """All kinds of rows of `participants` that say for themselves who may see them."""
    for narrower in kind.__subclasses__():
        ours = narrower.__module__.startswith("participants.")
        if ours and "visible_to" in vars(narrower):
            yield narrower
        yield from querysets(narrower)


@contextmanager
def without_the_first_wall():
    """`visible_to` gives everything; what is still hidden, the database hides."""
    with ExitStack() as stack:
        for queryset in set(querysets()):
            everything = patch.object(queryset, "visible_to", lambda rows, user: rows)
            stack.enter_context(everything)
        yield


def keys(rows, user):
    """The keys of `rows` that the database gives to `user`."""
    with acting_as(user):
        return set(rows.values_list("pk", flat=True))


def ask(sql, *facts):
    """All rows of an answer."""
    with connection.cursor() as cursor:
        cursor.execute(sql, facts or None)
        return cursor.fetchall()


def reach(sql, facts=()):
    """How many rows a statement reaches; None when the database refuses it."""
    try:
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(sql, facts)
            return cursor.rowcount
    except DatabaseError:
        return None


def walled_models():
    """Every model with a table from which foreign keys lead to a participant."""
    found, left = {Participant}, set(apps.get_models())
    while reached := {m for m in left - found if points_at(m, found)}:
        found |= reached
    return sorted((m for m in found if m._meta.managed), key=lambda m: m._meta.label)


def points_at(model, others):
    return any(field.related_model in others for field in model._meta.local_fields)


def plan(rows, user):
    """How the database gives all `rows` to `user`: EXPLAIN ANALYZE, as nested dicts."""
    with acting_as(user), connection.cursor() as cursor:
        cursor.execute("SET LOCAL enable_seqscan = off")
        sql, params = rows.order_by().query.sql_with_params()
        cursor.execute(f"EXPLAIN (ANALYZE, FORMAT JSON) {sql}", params)
        [[[found]]] = cursor.fetchall()
        cursor.execute("SET LOCAL enable_seqscan = on")
    return found["Plan"]


def nodes(found):
    yield found
    for below in found.get("Plans", []):
        yield from nodes(below)
