"""Waiting times: when they are too old to count on, and how they are drawn."""

from dataclasses import dataclass
from datetime import date

from exitprog import moment

STALE_AFTER_DAYS = 60
FULL_BAR_WEEKS = 26


@dataclass(frozen=True)
class Wait:
    """So many weeks, as asked on that day; None is not known."""

    weeks: int | None
    asked_on: date | None

    @property
    def is_stale(self) -> bool:
        if self.asked_on is None:
            return False
        return (moment.today() - self.asked_on).days > STALE_AFTER_DAYS

    @property
    def percent(self) -> int:
        """How far it fills the bar."""
        return min(100, round((self.weeks or 0) / FULL_BAR_WEEKS * 100))


def in_weeks(days: int) -> int:
    """Begun weeks count: nobody is glad with a wait that proves longer."""
    return -(-days // 7)
