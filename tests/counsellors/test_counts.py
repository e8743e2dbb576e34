"""What counts tries to log in: nothing pushes it out, and it goes when it is over."""

from datetime import timedelta
from io import StringIO

from django.core.cache import cache
from django.core.management import call_command
from django.db import connection


def counted(key, lasts):
    """Tries that are counted, as the cache keeps them."""
    with connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO exitprog_cache SELECT %s || n, '', now() + %s"
            " FROM generate_series(1, 400) n",
            [key, lasts],
        )


def test_a_flood_of_counted_tries_pushes_none_out(db):
    cache.set("hers", 15, 3600)
    counted(":1:later", timedelta(hours=1))
    cache.set("one-more", 1, 3600)

    assert cache.get("hers") == 15


def test_counts_that_are_over_are_removed(db):
    cache.set("hers", 15, 3600)
    counted(":1:over", -timedelta(seconds=1))
    told = StringIO()
    call_command("remove_old_counts", stdout=told)

    assert told.getvalue() == "Counts that were over removed: 400.\n"
    assert cache.get("hers") == 15
