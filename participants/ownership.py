"""Who guides whom: assigning, covering, handing over, leaving.

At every moment an open dossier has one primary counsellor. Each verb holds the
participant, so that two at once come one after the other. A case is its trajectory or,
for who may not open it, a KnownCase: no verb reads more of it than its keys.

In an extra protected dossier a right opens nothing without a name. Whom the counsellor
gives one is named by that; where no named counsellor is left, a second person is asked.
"""

from django.db import connection, transaction
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from counsellors.models import Role
from exitprog import moment
from participants.models import Assignment, Handover, Naming, Protection
from participants.models.assignment import AssignmentKind
from participants.models.handover import HandoverState

GUIDING = (Role.COUNSELLOR, Role.TEAM_LEAD)


class OwnershipError(Exception):
    """It can't be done; the message says why, for the reader."""


def why_not(user, case):
    """Why `user` cannot guide this participant, or None."""
    if not user.is_active or user.is_staff:
        return _("This account can't guide anyone.")
    if case.programme_id not in user.programmes_as(*GUIDING):
        return _("This colleague does not guide in the programme.")
    if _call("koers_is_barred", case.participant_id, user.pk, moment.now()):
        return _("This colleague can't guide this participant.")
    return None


@transaction.atomic
def assign(case, to, by):
    """Make `to` the primary counsellor from now on."""
    hold(case)
    _refuse(why_not(to, case))
    current = primary_of(case)
    if current and current.user_id == to.pk:
        raise OwnershipError(_("This colleague is the counsellor already."))
    given = _switch(case, current, to, by)
    _open_to(case, to, by)
    return given


@transaction.atomic
def cover(case, to, by, starts_at, ends_at):
    """Let `to` cover from `starts_at` up to `ends_at`; it ends by itself."""
    hold(case)
    _refuse(why_not(to, case))
    current = primary_of(case)
    if current and current.user_id == to.pk:
        raise OwnershipError(_("Nobody covers for oneself."))
    overlap = Assignment.objects.filter(
        Q(ends_at=None) | Q(ends_at__gt=starts_at),
        participant=case.participant_id,
        user=to,
        kind=AssignmentKind.COVER,
        starts_at__lt=ends_at,
    )
    if overlap.exists():
        raise OwnershipError(_("This colleague already covers then."))
    given = Assignment.objects.create(
        participant_id=case.participant_id,
        user=to,
        kind=AssignmentKind.COVER,
        starts_at=starts_at,
        ends_at=ends_at,
        granted_by=by,
    )
    _open_to(case, to, by)
    return given


@transaction.atomic
def offer(case, to, by, sheet, told_on=None):
    """Offer the dossier to a colleague; `by` stays responsible until she accepts."""
    hold(case)
    if to.pk == by.pk:
        raise OwnershipError(_("Choose someone else."))
    _refuse(why_not(to, case))
    offers = Handover.objects.open().filter(participant=case.participant_id)
    if offers.exists():
        raise OwnershipError(_("This dossier is already offered to someone."))
    _open_to(case, to, by)
    return Handover.objects.create(
        participant_id=case.participant_id,
        from_user=by,
        to_user=to,
        sheet=sheet,
        told_on=told_on,
    )


@transaction.atomic
def accept(handover, case):
    """The receiver takes over; a second acceptance changes nothing more."""
    hold(case)
    handover.refresh_from_db()
    if handover.state == HandoverState.ACCEPTED:
        return
    current = primary_of(case)
    if handover.state != HandoverState.OFFERED or not current:
        raise OwnershipError(_("This offer no longer stands."))
    if current.user_id != handover.from_user_id:
        raise OwnershipError(_("Someone else guides this participant now."))
    _refuse(why_not(handover.to_user, case))
    _refuse_without_a_name(handover.to_user, case)
    handover.decide(HandoverState.ACCEPTED)
    _switch(case, current, handover.to_user, handover.from_user)


@transaction.atomic
def decline(handover, case):
    """Nothing changes hands: the receiver says no, or the giver takes it back."""
    hold(case)
    handover.refresh_from_db()
    if handover.state != HandoverState.OFFERED:
        raise OwnershipError(_("This offer no longer stands."))
    handover.decide(HandoverState.DECLINED)


@transaction.atomic
def undo(handover, case, by):
    """Within 24 hours give the dossier back to who offered it."""
    hold(case)
    handover.refresh_from_db()
    current = primary_of(case)
    if not handover.can_be_undone or not current:
        raise OwnershipError(_("This can no longer be undone."))
    if current.user_id != handover.to_user_id:
        raise OwnershipError(_("Someone else guides this participant now."))
    _refuse(why_not(handover.from_user, case))
    _refuse_without_a_name(handover.from_user, case)
    handover.decide(HandoverState.UNDONE)
    _switch(case, current, handover.from_user, by)


def primary_of(case):
    rows = Assignment.objects.in_force().primary()
    return rows.filter(participant=case.participant_id).first()


def is_protected(case):
    """Whether the case is extra protected now."""
    rows = Protection.objects.in_force()
    return rows.filter(participant=case.participant_id).exists()


def is_closed_to(user, case):
    """Whether the case is extra protected and no name opens it to `user`."""
    names = Naming.objects.in_force().exclude(confirmed_at=None)
    mine = names.filter(participant=case.participant_id, user=user)
    return is_protected(case) and not mine.exists()


def name(case, user, by):
    """Name `user`, by someone who is inside; a name that was asked for counts then."""
    found = _name_of(case, user)
    if found is None:
        now = moment.now()
        _note_name(case, user, by, starts_at=now, confirmed_by=by, confirmed_at=now)
    elif not found.is_confirmed:
        found.confirm(by)


def hold(case):
    """Let two acts on one case come one after the other; refuses a closed one."""
    if not case.is_open:
        raise OwnershipError(_("This dossier is closed."))
    _call("koers_hold", case.participant_id)


def _call(function, *facts):
    """What a function of the owner answers: it sees rows that the user may not."""
    places = ", ".join(["%s"] * len(facts))
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT {function}({places})", facts)
        return cursor.fetchone()[0]


def _open_to(case, to, by):
    """Name who is given a right, or ask for it where nobody is left who names.

    A team lead who assigns beside a counsellor who can name leaves it to that one.
    """
    if not is_closed_to(to, case):
        return
    guide = primary_of(case)
    is_guided = guide and not is_closed_to(guide.user, case)
    if is_guided and guide.user_id == by.pk:
        name(case, to, by)
    elif not is_guided and _name_of(case, to) is None:
        if to.pk == by.pk:
            raise OwnershipError(
                _("You can’t give yourself access to an extra protected dossier.")
            )
        _note_name(case, to, by)


def _name_of(case, user):
    rows = Naming.objects.in_force()
    return rows.filter(participant=case.participant_id, user=user).first()


def _note_name(case, user, by, **facts):
    return Naming.objects.create(
        participant_id=case.participant_id, user=user, named_by=by, **facts
    )


def _refuse_without_a_name(user, case):
    if is_closed_to(user, case):
        raise OwnershipError(
            _("This dossier is extra protected, and the new counsellor is not named.")
        )


def _refuse(reason):
    if reason:
        raise OwnershipError(reason)


def _switch(case, current, to, by):
    """End one right and begin the other at the same moment: no gap, no overlap.

    A trigger withdraws what was still offered: a new counsellor ends every offer.
    """
    now = moment.now()
    if current:
        current.ends_at = now
        current.save(update_fields=["ends_at"])
    return Assignment.objects.create(
        participant_id=case.participant_id,
        user=to,
        kind=AssignmentKind.PRIMARY,
        starts_at=now,
        granted_by=by,
    )


@transaction.atomic
def leave(user, plan, cases, by):
    """Give every case of someone who leaves to a colleague, all or none.

    `plan` maps keys of cases to users; a case that is not in it stops everything.
    Raises OwnershipError and changes nothing when one of them can't be given.
    """
    for case in cases:
        if case.pk not in plan:
            raise OwnershipError(_("Choose someone for this case."))
        assign(case, plan[case.pk], by)
    now = moment.now()
    covers = user.assignments.in_force().filter(kind=AssignmentKind.COVER)
    covers.filter(starts_at__lt=now).update(ends_at=now)
