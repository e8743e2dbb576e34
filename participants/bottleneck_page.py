"""What stands on the page of a bottleneck: what touched it, and what usually helps."""

from dataclasses import dataclass
from datetime import date

from agencies.models import StandardBlocker
from participants.models import Bottleneck, ContactTouch, SessionTouch


@dataclass(frozen=True)
class Touch:
    """A session or an agency contact that was about the bottleneck."""

    kind: str
    on: date
    record: object
    change: str = ""
    severities: tuple = ()


@dataclass(frozen=True)
class Hint:
    """What usually comes first, and the open bottlenecks of that kind."""

    standard: StandardBlocker
    candidates: list[Bottleneck]


def touched_by(user, bottleneck):
    """Sessions and contacts about it, newest first."""
    sessions = SessionTouch.objects.visible_to(user).filter(bottleneck=bottleneck)
    contacts = ContactTouch.objects.visible_to(user).filter(bottleneck=bottleneck)
    touches = [
        Touch(
            "session",
            touch.session.on,
            touch.session,
            touch.get_change_display(),
            (touch.severity_before, touch.severity_after),
        )
        for touch in sessions.select_related("session")
    ]
    touches += [
        Touch("contact", touch.contact.on, touch.contact)
        for touch in contacts.select_related("contact__agency")
    ]
    return sorted(touches, key=lambda touch: touch.on, reverse=True)


def hints(bottleneck, others):
    """Standard blockers of its kind; they offer an edge and never set one."""
    if not bottleneck.kind_id or not bottleneck.is_active:
        return []
    rows = StandardBlocker.objects.valid().filter(blocked=bottleneck.kind_id)
    return [
        Hint(row, [other for other in others if other.kind_id == row.blocker_id])
        for row in rows.select_related("blocker")
    ]
