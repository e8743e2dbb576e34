"""Calendar months, as the access log is read by them."""

from datetime import date, datetime, time

from django.utils import timezone

from exitprog import moment


def month_of(day):
    return day.replace(day=1)


def before(month):
    year, number = divmod(month.year * 12 + month.month - 2, 12)
    return date(year, number + 1, 1)


def after(month):
    year, number = divmod(month.year * 12 + month.month, 12)
    return date(year, number + 1, 1)


def last_months(count):
    """This month and those before it, the newest first."""
    months = [month_of(moment.today())]
    while len(months) < count:
        months.append(before(months[-1]))
    return months


def bounds(month):
    """The half-open period of a month, on the programme's clock."""
    return starts_at(month), starts_at(after(month))


def starts_at(day):
    return timezone.make_aware(datetime.combine(day, time(0)))
