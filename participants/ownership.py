"""Who guides whom: assigning, covering, handing over, leaving.

At every moment an open dossier has one primary counsellor. Each verb locks the
participant, so that two at once come one after the other.
"""

from django.db import transaction
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from counsellors.models import Role
from exitprog import moment
from participants.models import Assignment, Barrier, Handover, Participant
from participants.models.assignment import AssignmentKind
from participants.models.handover import HandoverState

GUIDING = (Role.COUNSELLOR, Role.TEAM_LEAD)


class OwnershipError(Exception):
    """It can't be done; the message says why, for the reader."""


def why_not(user, trajectory):
    """Why `user` cannot guide this participant, or None."""
    if not user.is_active or user.is_staff:
        return _("This account can't guide anyone.")
    if trajectory.programme_id not in user.programmes_as(*GUIDING):
        return _("This colleague does not guide in the programme.")
    barriers = Barrier.objects.in_force().filter(participant=trajectory.participant_id)
    if barriers.filter(user=user).exists():
        return _("This colleague can't guide this participant.")
    return None


@transaction.atomic
def assign(trajectory, to, by):
    """Make `to` the primary counsellor from now on."""
    participant = _lock(trajectory)
    _refuse(why_not(to, trajectory))
    current = primary_of(participant)
    if current and current.user_id == to.pk:
        raise OwnershipError(_("This colleague is the counsellor already."))
    _withdraw_offers(participant)
    return _switch(participant, current, to, by)


@transaction.atomic
def cover(trajectory, to, by, starts_at, ends_at):
    """Let `to` cover from `starts_at` up to `ends_at`; it ends by itself."""
    participant = _lock(trajectory)
    _refuse(why_not(to, trajectory))
    current = primary_of(participant)
    if current and current.user_id == to.pk:
        raise OwnershipError(_("Nobody covers for oneself."))
    overlap = participant.assignments.filter(
        Q(ends_at=None) | Q(ends_at__gt=starts_at),
        user=to,
        kind=AssignmentKind.COVER,
        starts_at__lt=ends_at,
    )
    if overlap.exists():
        raise OwnershipError(_("This colleague already covers then."))
    return Assignment.objects.create(
        participant=participant,
        user=to,
        kind=AssignmentKind.COVER,
        starts_at=starts_at,
        ends_at=ends_at,
        granted_by=by,
    )


@transaction.atomic
def offer(trajectory, to, by, sheet, told_on=None):
    """Offer the dossier to a colleague; `by` stays responsible until she accepts."""
    participant = _lock(trajectory)
    if to.pk == by.pk:
        raise OwnershipError(_("Choose someone else."))
    _refuse(why_not(to, trajectory))
    if participant.handovers.open().exists():
        raise OwnershipError(_("This dossier is already offered to someone."))
    return Handover.objects.create(
        participant=participant, from_user=by, to_user=to, sheet=sheet, told_on=told_on
    )


@transaction.atomic
def accept(handover, trajectory):
    """The receiver takes over; a second acceptance changes nothing more."""
    participant = _lock(trajectory)
    handover.refresh_from_db()
    if handover.state == HandoverState.ACCEPTED:
        return
    current = primary_of(participant)
    if handover.state != HandoverState.OFFERED or not current:
        raise OwnershipError(_("This offer no longer stands."))
    if current.user_id != handover.from_user_id:
        raise OwnershipError(_("Someone else guides this participant now."))
    _refuse(why_not(handover.to_user, trajectory))
    handover.decide(HandoverState.ACCEPTED)
    _switch(participant, current, handover.to_user, handover.from_user)


@transaction.atomic
def decline(handover, trajectory):
    """Nothing changes hands: the receiver says no, or the giver takes it back."""
    _lock(trajectory)
    handover.refresh_from_db()
    if handover.state != HandoverState.OFFERED:
        raise OwnershipError(_("This offer no longer stands."))
    handover.decide(HandoverState.DECLINED)


@transaction.atomic
def undo(handover, trajectory, by):
    """Within 24 hours give the dossier back to who offered it."""
    participant = _lock(trajectory)
    handover.refresh_from_db()
    current = primary_of(participant)
    if not handover.can_be_undone or not current:
        raise OwnershipError(_("This can no longer be undone."))
    if current.user_id != handover.to_user_id:
        raise OwnershipError(_("Someone else guides this participant now."))
    _refuse(why_not(handover.from_user, trajectory))
    handover.decide(HandoverState.UNDONE)
    _switch(participant, current, handover.from_user, by)


def primary_of(participant):
    return participant.assignments.in_force().primary().first()


def _lock(trajectory):
    if not trajectory.is_open:
        raise OwnershipError(_("This dossier is closed."))
    rows = Participant.objects.select_for_update()
    return rows.get(pk=trajectory.participant_id)


def _refuse(reason):
    if reason:
        raise OwnershipError(reason)


def _withdraw_offers(participant):
    for handover in participant.handovers.open():
        handover.decide(HandoverState.WITHDRAWN)


def _switch(participant, current, to, by):
    """End one right and begin the other at the same moment: no gap, no overlap."""
    now = moment.now()
    if current:
        current.ends_at = now
        current.save(update_fields=["ends_at"])
    return Assignment.objects.create(
        participant=participant,
        user=to,
        kind=AssignmentKind.PRIMARY,
        starts_at=now,
        granted_by=by,
    )


@transaction.atomic
def leave(user, plan, trajectories, by):
    """Give every case of someone who leaves to a colleague, all or none.

    `plan` maps trajectory keys to users; a case that is not in it stops everything.
    Raises OwnershipError and changes nothing when one of them can't be given.
    """
    for trajectory in trajectories:
        if trajectory.pk not in plan:
            raise OwnershipError(_("Choose someone for this case."))
        assign(trajectory, plan[trajectory.pk], by)
    now = moment.now()
    covers = user.assignments.in_force().filter(kind=AssignmentKind.COVER)
    covers.filter(starts_at__lt=now).update(ends_at=now)
