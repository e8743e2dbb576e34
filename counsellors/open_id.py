"""Logging in by the organisation's provider, for accounts that exist already.

allauth keeps the state of the browser and the proof of PKCE, and fetches the token;
whether that is true, and whose account it opens, is decided here. Nobody signs up.
"""

from dataclasses import dataclass

from allauth.account.utils import get_next_redirect_url
from allauth.socialaccount.adapter import get_adapter
from allauth.socialaccount.models import SocialAccount
from allauth.socialaccount.providers.base import AuthProcess
from allauth.socialaccount.providers.oauth2.client import OAuth2Error
from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.db.models.functions import Lower
from django.utils.crypto import get_random_string

from counsellors import id_token
from counsellors.models import User
from counsellors.provider import KEY, OpenIdAdapter

# What a provider that is away, confused or somebody else may answer with; what
# `requests` raises is an OSError.
FAILURES = (
    AttributeError,
    KeyError,
    OAuth2Error,
    OSError,
    PermissionDenied,
    TypeError,
    ValueError,
    id_token.TokenError,
)
LONGEST_SUBJECT = SocialAccount._meta.get_field("uid").max_length
TO_LINK = "provider_subject"


@dataclass(frozen=True)
class Visitor:
    """Who came back: a subject of the provider, and the account that asks for."""

    subject: str
    user: User | None
    next_url: str | None

    @property
    def may_enter(self):
        """Once linked the subject decides: an address given on opens nothing."""
        if self.user is None or not self.user.is_active:
            return False
        return not links().filter(user=self.user).exclude(uid=self.subject).exists()


def links():
    return SocialAccount.objects.filter(provider=settings.OPEN_ID.issuer)


def begin(request):
    """The address at the provider where the log-in goes on."""
    nonce = get_random_string(32)
    answer = (
        get_adapter()
        .get_provider(request, KEY)
        .redirect(
            request,
            process=AuthProcess.LOGIN,
            next_url=get_next_redirect_url(request),
            auth_params={"nonce": nonce},
            nonce=nonce,
        )
    )
    return answer.url


def come_back(request):
    """Who the provider says it is; each state and each code counts once."""
    provider = get_adapter().get_provider(request, KEY)
    state = provider.unstash_redirect_state(request, request.GET.get("state", ""))
    adapter = OpenIdAdapter(request, KEY)
    tokens = adapter.get_client(request, provider.app).get_access_token(
        request.GET["code"], pkce_code_verifier=state["pkce_code_verifier"]
    )
    claims = id_token.read(
        tokens["id_token"],
        fetch(adapter.openid_config["jwks_uri"]),
        issuer=settings.OPEN_ID.issuer,
        client_id=settings.OPEN_ID.client_id,
        nonce=state["nonce"],
    )
    if len(claims["sub"]) > LONGEST_SUBJECT:
        raise id_token.TokenError
    if "email" not in claims and "userinfo_endpoint" in adapter.openid_config:
        told = fetch(adapter.profile_url, bearer=tokens["access_token"])
        claims = claims | told if told["sub"] == claims["sub"] else claims
    return Visitor(claims["sub"], find(claims), state.get("next"))


def fetch(address, bearer=""):
    headers = {"Authorization": f"Bearer {bearer}"} if bearer else {}
    with get_adapter().get_requests_session() as session:
        answer = session.get(address, headers=headers)
    answer.raise_for_status()
    return answer.json()


def find(claims):
    """The account that this subject is linked to, else the one with its address."""
    linked = links().filter(uid=claims["sub"]).select_related("user").first()
    if linked:
        return linked.user
    addressed = User.objects.alias(lowered=Lower("email"))
    return addressed.filter(lowered=trusted_address(claims)).first()


def trusted_address(claims):
    """The address that the provider vouches for; empty when it does not.

    Only plain letters count: folding capitals, others can turn into them.
    """
    vouched = claims.get("email_verified", settings.OPEN_ID.trusts_addresses)
    address = str(claims.get("email", ""))
    return address.lower() if vouched is True and address.isascii() else ""


def keep_for_link(request, visitor):
    """Remember the subject until the log-in is whole, its second step included."""
    request.session[TO_LINK] = [str(visitor.user.pk), visitor.subject]


def link(request):
    """Link the subject to who just came in by it; tells whether it is new."""
    user, subject = request.session.pop(TO_LINK, ["", ""])
    if settings.OPEN_ID is None or user != str(request.user.pk):
        return False
    facts = {"user": request.user, "provider": settings.OPEN_ID.issuer}
    return links().get_or_create(uid=subject, defaults=facts)[1]


def unlink(user):
    """Forget every link of `user`: the next log-in goes by the address again."""
    SocialAccount.objects.filter(user=user).delete()
