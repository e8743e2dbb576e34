"""A day as a reader wants it: today, else 5 May, with the year when it is not this."""

from datetime import date

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from exitprog import moment


def day_text(day: date) -> str:
    """Like "5 May"; another year is named."""
    same_year = day.year == moment.today().year
    return date_format(day, "j F" if same_year else "j F Y")


def day_or_today(day: date) -> str:
    """Like `day_text`, but today is called so."""
    return _("today") if day == moment.today() else day_text(day)
