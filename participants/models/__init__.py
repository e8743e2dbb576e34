from participants.models.addendum import Addendum
from participants.models.agency_contact import AgencyContact, ContactTouch
from participants.models.appointment import Appointment
from participants.models.assessment import Assessment
from participants.models.assignment import Assignment
from participants.models.barrier import Barrier
from participants.models.bottleneck import Bottleneck
from participants.models.break_glass import BreakGlass
from participants.models.consent import Consent
from participants.models.daytime import DaytimeActivity
from participants.models.dependency import Dependency
from participants.models.draft import Draft
from participants.models.facts import BottleneckFact, CaseFact, CoverFact
from participants.models.flag import Flag
from participants.models.handover import Handover
from participants.models.income import Income
from participants.models.known_case import KnownCase
from participants.models.naming import Naming
from participants.models.order import OrderDecision, OrderMove
from participants.models.participant import Participant
from participants.models.protection import Protection
from participants.models.safe_contact import SafeContact
from participants.models.session import Session, SessionTouch
from participants.models.trajectory import Trajectory, TrajectoryStep

__all__ = [
    "Addendum",
    "AgencyContact",
    "Appointment",
    "Assessment",
    "Assignment",
    "Barrier",
    "Bottleneck",
    "BottleneckFact",
    "BreakGlass",
    "CaseFact",
    "Consent",
    "ContactTouch",
    "CoverFact",
    "DaytimeActivity",
    "Dependency",
    "Draft",
    "Flag",
    "Handover",
    "Income",
    "KnownCase",
    "Naming",
    "OrderDecision",
    "OrderMove",
    "Participant",
    "Protection",
    "SafeContact",
    "Session",
    "SessionTouch",
    "Trajectory",
    "TrajectoryStep",
]
