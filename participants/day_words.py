"""A day as a reader wants it: today, Tue 5 May, 5 May, or with the year."""

from datetime import date

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext

from exitprog import moment

NEAR_DAYS = 7
DAYS_UNTIL_WEEKS = 14


def day_text(day: date) -> str:
    """Like "5 May"; another year is named."""
    if day.year == moment.today().year:
        return date_format(day, pgettext("date format", "j M"))
    return date_format(day, pgettext("date format", "j M Y"))


def day_or_today(day: date) -> str:
    """Like `day_text`, but today is called so and a near day has its weekday."""
    today = moment.today()
    if day == today:
        return _("today")
    if abs((day - today).days) <= NEAR_DAYS:
        return f"{date_format(day, 'D')} {day_text(day)}"
    return day_text(day)


def length_text(days: int) -> str:
    """How long that is: days up to two weeks, then weeks."""
    if days < DAYS_UNTIL_WEEKS:
        return ngettext("%(count)s day", "%(count)s days", days) % {"count": days}
    weeks = days // 7
    return ngettext("%(count)s week", "%(count)s weeks", weeks) % {"count": weeks}
