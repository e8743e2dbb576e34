"""What the access log tells of somebody's own account: one line for each event.

Such a line is about its actor and names no programme; the second step, the password
and the provider are told by name, never a code, an address or a secret.
"""

from uuid import uuid4

from allauth.account.authentication import get_authentication_records
from django.db import transaction

from counsellors.access_log import write
from counsellors.models import User
from counsellors.models.access_event import Action, Proof, Result

PROOFS = {"totp": Proof.APP, "webauthn": Proof.KEY, "recovery_codes": Proof.CODES}


def note(request, action, proof="", user=None):
    """It was done, by `user` or by who is inside."""
    write_own(request, action, proof, user or request.user)


def note_wrong(request, action, proof, user):
    """It did not succeed; the line is of whose account it is.

    Without an account none stays, after the same work: how long an answer takes
    tells nobody which addresses are known.
    """
    with transaction.atomic():
        refused = {"result": Result.REFUSED, "is_authorised": False}
        write_own(request, action, proof, user or User(pk=uuid4()), **refused)
        if user is None:
            transaction.set_rollback(True)


def note_log_in(request):
    """Someone came in, by the way that this session remembers."""
    records = get_authentication_records(request, request.user)
    came_by_provider = any(line["method"] == "socialaccount" for line in records)
    proof = Proof.PROVIDER if came_by_provider else Proof.PASSWORD
    note(request, Action.LOG_IN, proof)


def note_shown_again(request, kind):
    """A recovery code is used up by it; that is told wherever it happens."""
    used_up = PROOFS[kind] == Proof.CODES
    note(request, Action.USED_CODE if used_up else Action.STEP_AGAIN, PROOFS[kind])


def write_own(request, action, proof, user, **facts):
    write(request, action, actor=user, kind=proof, object_id=user.pk, **facts)
