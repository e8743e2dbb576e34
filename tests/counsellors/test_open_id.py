"""Logging in at the organisation's own provider: whose account it opens."""

import dataclasses
from datetime import timedelta
from urllib.parse import parse_qs, urlsplit

import time_machine
from allauth.mfa.totp.internal.auth import TOTP
from allauth.socialaccount.models import SocialAccount, SocialApp, SocialToken
from django.core import mail
from django.utils import timezone

from counsellors.models import User
from tests.counsellors.doors import (
    ACCOUNT,
    LOGIN,
    LOGOUT,
    MEANS,
    SECRET,
    STEP,
    code,
    html,
    log_in,
)
from tests.counsellors.provider_visit import (
    BACK,
    NOT_HERE,
    START,
    come,
    lines,
    links,
    start,
    told,
)


def test_without_its_settings_there_is_nothing(client, anouk):
    answers = [client.get(START), client.post(START), client.get(f"{BACK}?code=x")]

    assert [answer.status_code for answer in answers] == [404, 404, 404]
    assert START not in html(client.get(LOGIN))


def test_its_button_leads_there_with_nothing_of_the_person(client, provider, anouk):
    page = html(client.get(LOGIN))

    address = urlsplit(start(client))
    asked = parse_qs(address.query)
    assert "Log in with Waterveen" in page
    assert f"http://{address.netloc}/tenant" == provider.issuer
    assert sorted(asked) == [
        "client_id",
        "code_challenge",
        "code_challenge_method",
        "nonce",
        "redirect_uri",
        "response_type",
        "scope",
        "state",
    ]
    assert (asked["code_challenge_method"], asked["redirect_uri"]) == (
        ["S256"],
        [f"http://testserver{BACK}"],
    )
    assert set(asked["scope"][0].split()) == {"openid", "email"}
    assert client.get(START).url == LOGIN


def test_who_was_invited_comes_in_and_is_linked(
    client, provider, anouk, django_capture_on_commit_callbacks
):
    with django_capture_on_commit_callbacks(execute=True):
        answer = come(client, provider)

    assert (answer.url, told(client)) == ("/", "inside")
    assert links() == [("anouk@koers.example", provider.issuer, "subject-1", {})]
    assert (SocialApp.objects.count(), SocialToken.objects.count()) == (0, 0)
    assert lines(anouk) == [
        ("link", "provider", "granted"),
        ("log_in", "provider", "granted"),
    ]
    assert "Your account of Waterveen now opens Koers" in mail.outbox[0].body
    assert User.objects.get(pk=anouk.pk).has_usable_password()


def test_an_admin_comes_in_by_the_same_rule(client, provider, ada):
    provider.claims["email"] = "ADA@koers.example"

    come(client, provider)

    assert told(client) == "inside"


def test_our_own_second_step_is_asked_all_the_same(client, provider, anouk, settings):
    settings.SECOND_FACTOR = True
    TOTP.activate(anouk, SECRET)

    answer = come(client, provider)
    before = told(client), links()
    client.post(STEP, {"code": code()})

    assert (answer.url, before) == (STEP, (STEP, []))
    assert (told(client), len(links())) == ("inside", 1)


def test_who_comes_in_instead_of_the_visitor_is_not_linked(
    client, provider, anouk, joost, settings
):
    settings.SECOND_FACTOR = True
    TOTP.activate(anouk, SECRET)
    come(client, provider)

    with time_machine.travel(timezone.now() + timedelta(minutes=16)):
        log_in(client, joost.email)

    assert lines(joost) == [("log_in", "password", "granted")]
    assert links() == []


def test_who_has_no_second_factor_yet_adds_one_first(client, provider, anouk, settings):
    settings.SECOND_FACTOR = True

    come(client, provider)

    assert client.get(ACCOUNT).url == MEANS


def test_once_linked_the_subject_decides_and_not_the_address(
    client, provider, anouk, joost
):
    come(client, provider)
    client.post(LOGOUT)
    provider.claims["email"] = joost.email
    come(client, provider)
    inside = client.get(ACCOUNT).wsgi_request.user
    client.post(LOGOUT)
    provider.claims |= {"sub": "subject-2", "email": anouk.email}
    come(client, provider)

    assert (inside, told(client)) == (anouk, NOT_HERE)
    assert links() == [("anouk@koers.example", provider.issuer, "subject-1", {})]
    assert lines(anouk)[-1] == ("log_in", "provider", "refused")


def test_the_same_subject_of_another_issuer_is_somebody_else(client, provider, joost):
    SocialAccount.objects.create(user=joost, provider="https://a.b", uid="subject-1")
    provider.claims["email"] = "nobody@koers.example"

    come(client, provider)

    assert told(client) == NOT_HERE


def test_unknown_inactive_and_unverified_people_are_told_the_same(
    client, provider, anouk, joost
):
    joost.deactivate()
    before = User.objects.count()
    tried = {
        "unknown": {"email": "nobody@koers.example"},
        "inactive": {"email": joost.email},
        "not verified": {"email_verified": False},
    }
    answers = {}
    for name, claims in tried.items():
        provider.reset()
        provider.claims |= claims
        come(client, provider)
        answers[name] = told(client)

    assert answers == dict.fromkeys(tried, NOT_HERE)
    assert (links(), User.objects.count()) == ([], before)
    assert lines(joost) == [("log_in", "provider", "refused")]


def test_a_trusted_provider_need_not_say_that_an_address_is_verified(
    client, provider, anouk, settings
):
    settings.OPEN_ID = dataclasses.replace(provider.settings, trusts_addresses=True)
    provider.claims["email_verified"] = False
    come(client, provider)
    denied = told(client)
    provider.claims["email_verified"] = None
    come(client, provider)

    assert (denied, told(client)) == (NOT_HERE, "inside")


def test_an_address_that_the_token_leaves_out_is_asked(client, provider, anouk):
    provider.claims |= {"email": None, "email_verified": None}
    provider.userinfo = {"email": anouk.email, "email_verified": True}
    provider.userinfo["sub"] = "someone else"
    come(client, provider)
    of_another = told(client)
    del provider.userinfo["sub"]
    come(client, provider)

    assert (of_another, told(client)) == (NOT_HERE, "inside")


def test_who_is_inside_already_goes_home(client, provider, joost):
    client.force_login(joost)

    answers = [client.post(START), client.get(f"{BACK}?code=x&state=y")]

    assert [answer.url for answer in answers] == ["/", "/"]


def test_one_lands_where_one_was_going_but_never_elsewhere(client, provider, anouk):
    kept = come(client, provider, next="/account/").url
    client.post(LOGOUT)
    elsewhere = come(client, provider, next="https://elsewhere.example/").url

    assert (kept, elsewhere) == ("/account/", "/")


def test_an_admin_unlinks_for_who_got_another_account_there(
    client, provider, anouk, ada
):
    come(client, provider)
    admin = type(client)()
    admin.force_login(ada)
    words = {"action": "unlink", "_selected_action": [anouk.pk]}

    admin.post("/admin/counsellors/user/", words)
    ended = client.get(ACCOUNT).status_code
    provider.claims["sub"] = "subject-2"
    come(client, provider)

    assert ended == 302
    assert links() == [("anouk@koers.example", provider.issuer, "subject-2", {})]
