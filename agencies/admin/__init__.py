"""Organisations and lists that admins keep. No row is about a participant."""

from agencies.admin.agency import AgencyAdmin
from agencies.admin.catalogue import (
    BottleneckKindAdmin,
    DeclineReasonAdmin,
    MilestoneTemplateAdmin,
    SessionPhraseAdmin,
    StandardBlockerAdmin,
)
from agencies.admin.programme import MunicipalityAdmin, ProgrammeAdmin

__all__ = [
    "AgencyAdmin",
    "BottleneckKindAdmin",
    "DeclineReasonAdmin",
    "MilestoneTemplateAdmin",
    "MunicipalityAdmin",
    "ProgrammeAdmin",
    "SessionPhraseAdmin",
    "StandardBlockerAdmin",
]
