"""What fills her days, in words, and how many hours of the goal that is."""

from dataclasses import dataclass

from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from participants.day_words import day_text
from participants.models import DaytimeActivity


@dataclass(frozen=True)
class ActivityCard:
    """One activity."""

    row: DaytimeActivity

    @property
    def title(self):
        return self.row.get_kind_display()

    @property
    def icon(self):
        return "daytime"

    @property
    def steps(self):
        return []

    @property
    def text(self):
        """Like "Neighbourhood kitchen. Goal by 31 Aug: 16 hours." """
        return " ".join(f"{part}." for part in self._parts() if part)

    def _parts(self):
        row = self.row
        yield row.what.rstrip(".")
        yield capfirst(hours_text(row.hours))
        if row.goal_hours is not None:
            yield self._goal()
        if not row.is_begun:
            yield _("Begins %(day)s") % {"day": day_text(row.started_on)}
        if row.ended_on:
            yield _("Last day %(day)s") % {"day": day_text(row.ended_on)}

    def _goal(self):
        hours = hours_text(self.row.goal_hours)
        if self.row.goal_on is None:
            return _("Goal: %(hours)s") % {"hours": hours}
        day = day_text(self.row.goal_on)
        return _("Goal by %(day)s: %(hours)s") % {"day": day, "hours": hours}


@dataclass(frozen=True)
class Days:
    """All that runs, with the hours it fills and the hours it is to fill."""

    cards: list[ActivityCard]
    hours: int
    aim: int

    @property
    def percent(self):
        return min(100, round(100 * self.hours / self.aim)) if self.aim else 0

    @property
    def text(self):
        if self.aim == self.hours:
            return _("%(hours)s a week") % {"hours": hours_text(self.hours)}
        return _("%(hours)s of %(aim)s a week") % {
            "hours": self.hours,
            "aim": hours_text(self.aim),
        }


def days_of(rows) -> Days:
    """Hours count from the first day; a goal counts from when it is noted."""
    return Days(
        cards=[ActivityCard(row) for row in rows],
        hours=sum(row.hours for row in rows if row.is_begun),
        aim=sum(row.aim for row in rows),
    )


def hours_text(hours):
    return ngettext("%(hours)s hour", "%(hours)s hours", hours) % {"hours": hours}
