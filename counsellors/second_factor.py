"""Whether someone showed more than a password, and how long ago."""

from allauth.account.authentication import get_authentication_records
from allauth.account.internal.flows.login import record_authentication
from allauth.mfa.models import Authenticator
from django.conf import settings

from counsellors.factor_adapter import OWN_STEPS
from exitprog import moment

FRESH_FOR = 10 * 60


def shown_at(request):
    """When this session last showed a second factor, in seconds; 0 is never."""
    records = get_authentication_records(request, request.user)
    return max((line["at"] for line in records if line["method"] == "mfa"), default=0)


def note_shown(request, kind):
    """Remember that it was shown just now: adding one proves that one has it."""
    record_authentication(request, request.user, method="mfa", type=kind)


def is_shown(request):
    return not settings.SECOND_FACTOR or shown_at(request) > 0


def is_fresh(request):
    age = moment.now().timestamp() - shown_at(request)
    return not settings.SECOND_FACTOR or age < FRESH_FOR


def factors_of(user):
    return Authenticator.objects.filter(user=user, type__in=OWN_STEPS)


def forget_factors(user):
    """Take every factor from `user`, who adds a new one at the next log-in."""
    Authenticator.objects.filter(user=user).delete()
