"""Rows that wait until all of them are written at once, in the order of their keys."""

import re
from collections import defaultdict
from typing import NamedTuple

from django.utils import translation
from django.utils.formats import date_format

from counsellors.models import AccessEvent
from participants.demo.days import day
from participants.models import (
    Addendum,
    AgencyContact,
    Appointment,
    Assessment,
    Assignment,
    Barrier,
    Bottleneck,
    BreakGlass,
    Consent,
    ContactTouch,
    DaytimeActivity,
    Dependency,
    Draft,
    Flag,
    Handover,
    Income,
    Naming,
    OrderDecision,
    OrderMove,
    Participant,
    Protection,
    SafeContact,
    Session,
    SessionTouch,
    Trajectory,
    TrajectoryStep,
)

WRITTEN_IN_ORDER = [
    Participant,
    Trajectory,
    TrajectoryStep,
    Assignment,
    SafeContact,
    Consent,
    Flag,
    Assessment,
    Bottleneck,
    Appointment,
    Dependency,
    Session,
    SessionTouch,
    Addendum,
    AgencyContact,
    ContactTouch,
    Income,
    DaytimeActivity,
    OrderMove,
    OrderDecision,
    Draft,
    Handover,
    BreakGlass,
    Barrier,
    Naming,
    Protection,
    AccessEvent,
]


DATE = re.compile(r"\{(-?\d+)\}")
YEAR = re.compile(r"\{year:(-?\d+)\}")


class Said(NamedTuple):
    """A text in both languages."""

    nl: str
    en: str


class Book:
    """Collects rows; many saves of one would take many times as long."""

    def __init__(self, language):
        self.language = language
        self.rows = defaultdict(list)

    def add(self, row):
        self.rows[type(row)].append(row)
        return row

    def say(self, text):
        """The text in the language of the book; what is no pair stays as it is.

        {-7} becomes the date of a week ago, and {year:-3} the year three years ago.
        """
        if not isinstance(text, Said):
            return text or ""
        told = DATE.sub(self._date, getattr(text, self.language))
        return YEAR.sub(lambda found: str(day(0).year + int(found[1])), told)

    def _date(self, found):
        with translation.override(self.language):
            return date_format(day(int(found[1])), "j F")

    def write(self):
        for model in WRITTEN_IN_ORDER:
            model._base_manager.bulk_create(self.rows[model])
