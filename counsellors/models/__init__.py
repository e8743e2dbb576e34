from counsellors.models.access_event import AccessEvent
from counsellors.models.log_review import LogReview, LogVerdict
from counsellors.models.membership import Membership, Role
from counsellors.models.submission import Submission
from counsellors.models.user import Language, Theme, User

__all__ = [
    "AccessEvent",
    "Language",
    "LogReview",
    "LogVerdict",
    "Membership",
    "Role",
    "Submission",
    "Theme",
    "User",
]
