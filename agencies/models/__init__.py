from agencies.models.agency import Agency, AgencyKind, ContactPerson, Service
from agencies.models.catalogue import (
    BottleneckKind,
    DeclineReason,
    MilestoneTemplate,
    SessionPhrase,
    StandardBlocker,
    Strength,
)
from agencies.models.measured_wait import MeasuredWait
from agencies.models.programme import Municipality, Programme

__all__ = [
    "Agency",
    "AgencyKind",
    "BottleneckKind",
    "ContactPerson",
    "DeclineReason",
    "MeasuredWait",
    "MilestoneTemplate",
    "Municipality",
    "Programme",
    "Service",
    "SessionPhrase",
    "StandardBlocker",
    "Strength",
]
