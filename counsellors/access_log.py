"""Writing the access log from a view.

The line is part of the request's transaction: when it can't be written, there is no
answer either. What a page refuses is written by `RefusalMiddleware`, after the
view's own block was rolled back; there the answer goes before the line.
"""

from dataclasses import asdict, dataclass
from uuid import UUID

from allauth.account.adapter import get_adapter
from django.core.exceptions import PermissionDenied
from django.utils.crypto import salted_hmac

from counsellors import pace
from counsellors.models import AccessEvent
from counsellors.models.access_event import Action, Ground, Result


@dataclass(frozen=True)
class Right:
    """The row that allows it: its kind, its key and for whom it is exercised."""

    ground: str = ""
    ground_id: UUID | None = None
    on_behalf_of_id: UUID | None = None


def write(request, action, *, right=None, **facts):
    """Write one line for `request`; `facts` are columns of AccessEvent.

    Raises TooFastError, so that nothing is shown, when it is one too many.
    """
    right = right or Right()
    related = {Ground.PRIMARY, Ground.COVER, Ground.BREAK_GLASS}
    line = {
        "at": request.moment,
        "request_id": request.id,
        "actor": request.user,
        "action": action,
        "result": Result.GRANTED,
        "page": request.resolver_match.view_name if request.resolver_match else "",
        "origin": client_address(request),
        "device": request.headers.get("User-Agent", "")[:200],
        "has_relation": right.ground in related,
        "is_emergency": right.ground == Ground.BREAK_GLASS,
    }
    written = AccessEvent(**line | asdict(right) | facts)
    written.pace = pace.count_with(written)
    written.save(force_insert=True)
    if written.result == Result.GRANTED:
        pace.check(written)
    return written


def client_address(request):
    """Where the request came from, behind as many proxies as the settings trust."""
    try:
        return get_adapter(request).get_client_ip(request)
    except PermissionDenied:
        return None


def write_refusal(request):
    """Write that the page asked for was not shown; absent and forbidden are one.

    It names the case in the address, if there is one; a foreign key names none.
    """
    return write(
        request,
        Action.OPEN if request.method in {"GET", "HEAD"} else Action.CHANGE,
        result=Result.REFUSED,
        is_authorised=False,
        case_code=request.resolver_match.kwargs.get("code", ""),
    )


def write_export(request, kind):
    """Write that an admin took rows of that kind away as a file."""
    return write(request, Action.EXPORT, right=Right(Ground.ADMIN), kind=kind)


def only_asks(response):
    """Mark a 403 that refuses nothing: it asks who is there, and then goes on."""
    response.only_asks = True
    return response


def write_slowed(line):
    """Write, after the view was rolled back, that its line was one too many."""
    line.pk, line.result = None, Result.SLOWED
    line.save(force_insert=True)


def search_hash(term):
    """A keyed hash of what was searched for: equal terms give equal hashes."""
    folded = " ".join(term.casefold().split())
    return salted_hmac("counsellors.search", folded, algorithm="sha256").hexdigest()
