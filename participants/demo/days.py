"""Days and moments, counted from today. Nobody works in the weekend."""

from datetime import datetime, time, timedelta

from django.utils import timezone

from exitprog import moment

SATURDAY = 5


def day(offset):
    """A working day so far from today: later ones shift to Monday, earlier to Friday.

    Today stays today, and None stays None.
    """
    if offset is None:
        return None
    found = moment.today() + timedelta(days=offset)
    while offset and found.weekday() >= SATURDAY:
        found += timedelta(days=1 if offset > 0 else -1)
    return found


def at(offset, clock="14:00"):
    """That working day at that time, though never later than now when it is past."""
    found = timezone.make_aware(
        datetime.combine(day(offset), time.fromisoformat(clock))
    )
    return found if offset > 0 else min(found, moment.now())
