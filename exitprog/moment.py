"""The moment of the request: taken once, so that page, right and line agree on it."""

from contextlib import contextmanager
from contextvars import ContextVar

from django.utils import timezone

_moment = ContextVar("moment", default=None)


def now():
    """The moment of the present request; outside a request, the clock's."""
    return _moment.get() or timezone.now()


def today():
    """The calendar day of `now()` in the programme's time zone."""
    return timezone.localdate(now())


@contextmanager
def frozen(moment):
    """Hold `now()` at `moment`."""
    token = _moment.set(moment)
    try:
        yield moment
    finally:
        _moment.reset(token)


def local(when):
    """`when` on the programme's clock."""
    return timezone.localtime(when)
