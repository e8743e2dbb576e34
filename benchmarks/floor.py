"""What a page can't go below: the same size and middleware, one trivial statement."""

from functools import lru_cache

from django.db import connection
from django.http import HttpResponse
from django.template import engines

LINE = "A line of a page that says nothing at all about anybody.\n"


@lru_cache
def template_of(size):
    """Text without a tag, as long as the page that it is compared with."""
    return engines["django"].from_string((LINE * (size // len(LINE) + 1))[:size])


def floor(request, size):
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")
    return HttpResponse(template_of(size).render({}, request))
