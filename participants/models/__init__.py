from participants.models.addendum import Addendum
from participants.models.agency_contact import AgencyContact, ContactTouch
from participants.models.assessment import Assessment
from participants.models.assignment import Assignment
from participants.models.bottleneck import Bottleneck
from participants.models.consent import Consent
from participants.models.dependency import Dependency
from participants.models.draft import Draft
from participants.models.facts import BottleneckFact, CaseFact, CoverFact
from participants.models.flag import Flag
from participants.models.order import OrderDecision, OrderMove
from participants.models.participant import Participant
from participants.models.safe_contact import SafeContact
from participants.models.session import Session, SessionTouch
from participants.models.trajectory import Trajectory, TrajectoryStep

__all__ = [
    "Addendum",
    "AgencyContact",
    "Assessment",
    "Assignment",
    "Bottleneck",
    "BottleneckFact",
    "CaseFact",
    "Consent",
    "ContactTouch",
    "CoverFact",
    "Dependency",
    "Draft",
    "Flag",
    "OrderDecision",
    "OrderMove",
    "Participant",
    "SafeContact",
    "Session",
    "SessionTouch",
    "Trajectory",
    "TrajectoryStep",
]
