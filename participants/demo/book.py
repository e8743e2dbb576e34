"""Rows that wait until all of them are written at once, in the order of their keys."""

from collections import defaultdict
from typing import NamedTuple

from counsellors.models import AccessEvent
from participants.models import (
    Addendum,
    AgencyContact,
    Assessment,
    Assignment,
    Bottleneck,
    Consent,
    ContactTouch,
    Dependency,
    Draft,
    Flag,
    OrderDecision,
    OrderMove,
    Participant,
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
    Dependency,
    Session,
    SessionTouch,
    Addendum,
    AgencyContact,
    ContactTouch,
    OrderMove,
    OrderDecision,
    Draft,
    AccessEvent,
]


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
        """The text in the language of the book; what is no pair stays as it is."""
        return getattr(text, self.language) if isinstance(text, Said) else text or ""

    def write(self):
        for model in WRITTEN_IN_ORDER:
            model._base_manager.bulk_create(self.rows[model])
