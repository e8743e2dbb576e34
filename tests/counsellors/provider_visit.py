"""Going to the provider to log in, coming back, and what is left of it."""

import re
from html import unescape

from allauth.socialaccount.models import SocialAccount

from counsellors.models import AccessEvent
from tests.counsellors.doors import LOGIN, html

START, BACK = "/accounts/provider/", "/accounts/provider/back/"
NOT_HERE = "You can’t log in here with this account of Waterveen. Ask your admin."
DID_NOT_WORK = "Logging in with Waterveen did not work. Try it again."


def start(client, **sent):
    """The address at the provider to which its button leads."""
    page = html(client.post(START, sent))
    return unescape(re.search(r'content="0; url=([^"]+)"', page)[1])


def come(client, provider, **sent):
    """Go there, agree, and come back."""
    return client.get(provider.grant(start(client, **sent)))


def told(client):
    """Where one stands after coming back: inside, or what the log-in page says."""
    page = client.get(LOGIN)
    if page.status_code == 302:
        return "inside" if page.url == "/" else page.url
    return " ".join(str(message) for message in page.context["messages"])


def lines(user):
    rows = AccessEvent.objects.filter(actor=user).oldest_first()
    return list(rows.values_list("action", "kind", "result"))


def links():
    rows = SocialAccount.objects.order_by("pk")
    return list(rows.values_list("user__email", "provider", "uid", "extra_data"))
