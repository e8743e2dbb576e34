"""Days and moments, counted from today. Nobody works in the weekend."""

from datetime import datetime, time, timedelta
from functools import cache

from django.utils import timezone

from exitprog import moment

SATURDAY = 5


def day(offset):
    """A working day so far from today: later ones shift to Monday, earlier to Friday.

    Today stays today, and None stays None.
    """
    return None if offset is None else _working_day(moment.today(), offset)


@cache
def _working_day(today, offset):
    found = today + timedelta(days=offset)
    while offset and found.weekday() >= SATURDAY:
        found += timedelta(days=1 if offset > 0 else -1)
    return found


def at(offset, clock="14:00"):
    """That working day at that time, though never later than now when it is past."""
    found = at_clock(day(offset), clock)
    return found if offset > 0 else min(found, moment.now())


@cache
def at_clock(on, clock):
    return timezone.make_aware(datetime.combine(on, time.fromisoformat(clock)))
