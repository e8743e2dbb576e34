"""Extra protection: set and ended by the counsellor, who also says who is named."""

from django.db import transaction
from django.db.models import F
from django.utils.translation import gettext as _

from exitprog import moment
from participants.models import Handover, Naming, Protection
from participants.ownership import (
    OwnershipError,
    hold,
    is_protected,
    name,
    why_not,
)


@transaction.atomic
def protect(case, by, reason, colleagues=()):
    """From now only `by` and these colleagues see the case, and whom it is offered to.

    They are named first: who sets the protection stays inside.
    """
    hold(case)
    if is_protected(case):
        raise OwnershipError(_("This dossier is extra protected already."))
    offers = Handover.objects.open().filter(participant=case.participant_id)
    offered_to = [offer.to_user for offer in offers.select_related("to_user")]
    for colleague in {by, *colleagues, *offered_to}:
        name(case, colleague, by)
    return Protection.objects.create(
        participant_id=case.participant_id, reason=reason, set_by=by
    )


@transaction.atomic
def unprotect(case, by):
    """Every right opens the case again, and no name counts any more.

    The names end last: they are what lets `by` end the protection.
    """
    hold(case)
    now, hers = moment.now(), {"participant": case.participant_id}
    standing = Protection.objects.in_force().filter(**hers)
    if not standing.update(ends_at=now, ended_by=by):
        raise OwnershipError(_("This dossier is not extra protected any more."))
    names = Naming.objects.in_force().filter(**hers)
    names.update(ends_at=now, version=F("version") + 1)


@transaction.atomic
def let_in(case, colleague, by):
    """Name one more colleague, who then sees the case while she guides it."""
    hold(case)
    if reason := why_not(colleague, case):
        raise OwnershipError(reason)
    if not is_protected(case):
        raise OwnershipError(_("This dossier is not extra protected any more."))
    name(case, colleague, by)


@transaction.atomic
def keep_out(case, naming):
    """Take a name away; who is offered the dossier keeps hers until that is decided."""
    hold(case)
    naming.refresh_from_db()
    offers = Handover.objects.open().filter(participant=case.participant_id)
    if offers.filter(to_user=naming.user_id).exists():
        raise OwnershipError(_("Take the offer to this colleague back first."))
    if naming.ends_at is None:
        naming.end()
