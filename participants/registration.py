"""How a dossier begins: the person, a trajectory, a counsellor, safe contact."""

from django.db import transaction

from participants.models import Assignment, SafeContact, Trajectory, TrajectoryStep
from participants.models.trajectory import Destination, EndReason, State

CONTACT_FIELDS = ["level", "channels", "app_name", "note"]
START_FIELDS = ["programme", "referral_route", "municipality_lives"]


@transaction.atomic
def register(participant, by, facts):
    """Open a dossier guided by `by`; `facts` are as the form cleaned them."""
    participant.save(force_insert=True)
    Assignment.objects.create(
        participant=participant, user=by, kind="primary", granted_by=by
    )
    start = {name: facts[name] for name in START_FIELDS}
    trajectory = Trajectory.objects.create(participant=participant, **start)
    TrajectoryStep.objects.create(
        trajectory=trajectory, to_state=State.REFERRED, on=trajectory.started_on, by=by
    )
    if facts.get("level"):
        contact = {name: facts[name] for name in CONTACT_FIELDS}
        SafeContact.objects.create(participant=participant, recorded_by=by, **contact)
    return trajectory


@transaction.atomic
def turn_away(participant, by, facts):
    """Record that someone under 18 came and was shown the way to youth care."""
    trajectory = register(participant, by, facts)
    trajectory.enter(
        State.NOT_ADMITTED,
        by,
        reason=EndReason.MINOR,
        destination=Destination.YOUTH_CARE,
    )
    return trajectory
