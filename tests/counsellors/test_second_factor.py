"""More than a password: adding it, showing it, and showing it again for what weighs."""

import re
import time
from datetime import timedelta

import pytest
import time_machine
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import TOTP, format_hotp_value, hotp_value
from django.core import mail
from django.db import connection
from django.urls import reverse
from django.utils import timezone

from counsellors.models import AccessEvent, Membership
from participants.models import BreakGlass
from tests.factories import (
    PASSWORD,
    MakeBreakGlass,
    MakeNaming,
    make_protected,
)
from tests.routes import takes
from tests.statements import counted

SECRET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"
ACCOUNT = "/account/"
MEANS, STEP, AGAIN = (
    "/accounts/second/",
    "/accounts/second/step/",
    "/accounts/second/again/",
)
APP, CODES = "/accounts/second/app/", "/accounts/second/codes/"
MEMBERSHIP = "/admin/counsellors/membership/add/"
REASON = "She called in distress and her counsellor is ill"


@pytest.fixture(autouse=True)
def demanded(settings, client):
    settings.SECOND_FACTOR = True
    client.cookies["language"] = "en"


@pytest.fixture
def clock(db):
    with time_machine.travel(timezone.now(), tick=False) as traveller:
        yield traveller


def code(secret=SECRET, ahead=0):
    return format_hotp_value(hotp_value(secret, int(time.time()) // 30 + ahead))


def page(response):
    return response.content.decode()


def hidden(response, name):
    return re.search(rf'name="{name}" value="([^"]*)"', page(response))[1]


def log_in(client, user):
    """Ada has no password in the cast."""
    if not user.password:
        user.set_password(PASSWORD)
        user.save()
    return client.post("/accounts/login/", {"login": user.email, "password": PASSWORD})


@pytest.fixture
def inside(client, clock):
    """Logs someone in with app and password, ten minutes ago or longer."""

    def enter(user):
        TOTP.activate(user, SECRET)
        log_in(client, user)
        client.post(STEP, {"code": code()})
        clock.shift(timedelta(minutes=10))
        return client

    return enter


def is_asked_again(response):
    return (response.status_code, "Show that it is you" in page(response)) == (
        403,
        True,
    )


def test_without_a_factor_every_page_leads_to_adding_one(client, anouk, ada):
    log_in(client, anouk)
    answers = {client.get(address).url for address in ["/", ACCOUNT, "/participants/"]}
    client.logout()
    log_in(client, ada)
    answers.add(client.get("/admin/").url)

    assert answers == {MEANS}


def test_the_first_app_opens_the_door_and_gives_codes_once(
    client, clock, anouk, django_capture_on_commit_callbacks
):
    log_in(client, anouk)
    secret = re.search(r"<code>(\w+)</code>", page(client.get(APP)))[1]

    with django_capture_on_commit_callbacks(execute=True):
        answer = client.post(APP, {"code": code(secret)})
    first, second = page(client.get(CODES)), page(client.get(CODES))

    assert (answer.url, client.get(ACCOUNT).status_code) == (CODES, 200)
    assert [len(re.findall(r"<code>\d+</code>", text)) for text in [first, second]] == [
        10,
        0,
    ]
    assert "second step of your log-in" in mail.outbox[-1].body


def test_a_wrong_code_adds_no_app(client, anouk):
    log_in(client, anouk)
    client.get(APP)

    answer = client.post(APP, {"code": "000000\x00" + "9" * 10_000})

    assert answer.status_code == 200
    assert Authenticator.objects.count() == 0


@pytest.mark.parametrize("said", ["", "x", "{}", "[1]", '{"id": "\\u0000"}', '"x"'])
def test_what_is_no_answer_of_a_key_is_told(client, anouk, said):
    log_in(client, anouk)
    added = client.post("/accounts/second/key/", {"name": "x", "credential": said})
    TOTP.activate(anouk, SECRET)
    again = client.post(AGAIN, {"credential": said})
    client.post("/accounts/logout/")
    log_in(client, anouk)
    step = client.post(STEP, {"credential": said})

    assert [answer.status_code for answer in [added, again, step]] == [200] * 3


def test_the_secret_lies_sealed_in_the_database(anouk):
    TOTP.activate(anouk, SECRET)
    RecoveryCodes.activate(anouk)

    with connection.cursor() as cursor:
        cursor.execute("SELECT data::text FROM mfa_authenticator")
        stored = [row[0] for row in cursor.fetchall()]

    assert [SECRET in text for text in stored] == [False, False]
    assert all('"new:' in text for text in stored)


def test_a_password_alone_opens_nothing_for_who_has_an_app(client, anouk):
    TOTP.activate(anouk, SECRET)

    answer = log_in(client, anouk)

    assert answer.url == STEP
    assert client.get(ACCOUNT).url.startswith("/accounts/login/")


def test_a_code_lets_in_once(client, clock, anouk):
    TOTP.activate(anouk, SECRET)
    other = type(client)()
    for browser in [client, other]:
        log_in(browser, anouk)
        browser.post(STEP, {"code": code()})

    assert [b.get(ACCOUNT).status_code for b in [client, other]] == [200, 302]


def test_a_recovery_code_lets_in_once(client, anouk):
    TOTP.activate(anouk, SECRET)
    [kept, *_others] = RecoveryCodes.activate(anouk).get_unused_codes()
    other = type(client)()
    for browser in [client, other]:
        log_in(browser, anouk)
        browser.post(STEP, {"code": kept})

    assert [b.get(ACCOUNT).status_code for b in [client, other]] == [200, 302]


def test_after_five_wrong_codes_the_right_one_must_wait(client, clock, anouk):
    TOTP.activate(anouk, SECRET)
    log_in(client, anouk)
    for _ in range(5):
        client.post(STEP, {"code": "000000"})

    answer = client.post(STEP, {"code": code()})

    assert "That was too often" in page(answer)


def test_a_session_without_the_second_step_is_asked_for_it(client, anouk):
    TOTP.activate(anouk, SECRET)
    client.force_login(anouk)

    assert is_asked_again(client.get(ACCOUNT))


def test_a_new_password_by_link_still_asks_the_second_step(client, anouk):
    TOTP.activate(anouk, SECRET)
    client.post("/accounts/password/reset/", {"email": anouk.email})
    link = re.search(r"https?://testserver(\S+)", mail.outbox[-1].body)[1]
    form = client.get(link, follow=True).redirect_chain[-1][0]
    words = {"password1": "another long phrase", "password2": "another long phrase"}
    client.post(form, words)

    assert client.get(ACCOUNT).url.startswith("/accounts/login/")


def test_an_ordinary_page_costs_no_statement_for_it(inside, anouk, settings):
    client = inside(anouk)
    client.get(ACCOUNT)
    with counted() as demanded:
        client.get(ACCOUNT)
    settings.SECOND_FACTOR = False
    with counted() as open_to_all:
        client.get(ACCOUNT)

    assert len(demanded) == len(open_to_all)


def test_an_emergency_waits_for_a_fresh_factor_and_keeps_what_was_typed(
    inside, joost, mirela
):
    client = inside(joost)
    address = reverse("participants:break-glass", args=[mirela.participant.code])

    asked = client.post(address, {"reason": REASON, "hours": "1"})
    count = BreakGlass.objects.count()
    back = client.post(AGAIN, {"code": code(), "held": hidden(asked, "held")})
    client.post(address, {"reason": hidden(back, "reason"), "hours": "1"})

    assert (is_asked_again(asked), REASON in page(asked), count) == (True, False, 0)
    assert BreakGlass.objects.get().reason == REASON


def test_a_stranger_learns_nothing_by_a_stale_factor(inside, carla, mirela):
    client = inside(carla)

    address = reverse("participants:break-glass", args=[mirela.participant.code])
    assert client.get(address).status_code == 404


def test_withdrawing_a_consent_waits_for_a_fresh_factor(inside, anouk, mirela):
    client = inside(anouk)
    key = "00000000-0000-4000-8000-000000000000"
    address = reverse(
        "participants:consent-withdraw", args=[mirela.participant.code, key]
    )

    asked = client.get(address)
    back = client.post(AGAIN, {"code": code(), "next": hidden(asked, "next")})

    assert (is_asked_again(asked), back.url) == (True, address)
    assert client.get(address).status_code == 404


def test_who_sees_a_protected_dossier_waits_for_a_fresh_factor(
    inside, anouk, mirela, tess, joost
):
    """To set and end it, to name, to agree."""
    make_protected(mirela)
    asked = MakeBreakGlass(participant=mirela.participant, user=joost)
    name = MakeNaming(participant=mirela.participant, confirmed_by=None)
    key, found = mirela.participant.code, {}
    pages = {
        anouk: [
            ("protection", key),
            ("protection-end", key),
            ("naming-new", key),
            ("naming-end", key, name.pk),
        ],
        tess: [("emergency-approval", asked.pk), ("naming-answer", name.pk)],
    }
    for user, addresses in pages.items():
        client = inside(user)
        for route, *keys in addresses:
            answer = client.post(reverse(f"participants:{route}", args=keys))
            found[route] = is_asked_again(answer)
        client.logout()

    assert set(found.values()) == {True}
    assert mirela.participant.protections.in_force().exists()


def test_a_right_is_granted_by_who_just_showed_a_factor(inside, ada, noor, waterveen):
    client = inside(ada)
    words = {"user": noor.pk, "programme": waterveen.pk, "role": "counsellor"}
    words |= {"starts_at_0": "2026-01-01", "starts_at_1": "09:00"}
    before = Membership.objects.count()

    assert is_asked_again(client.post(MEMBERSHIP, words))
    assert is_asked_again(client.get(MEMBERSHIP))
    assert is_asked_again(
        client.post("/admin/counsellors/user/", {"action": "reset_second_step"})
    )
    assert Membership.objects.count() == before


GIVING = {
    "participants:assignment": "tess",
    "participants:transfer": "anouk",
    "participants:leaving": "tess",
    "participants:handover-accept": "joost",
    "participants:handover-undo": "tess",
    "admin:agencies_agency_export": "ada",
}


@pytest.mark.parametrize("route", GIVING)
def test_a_case_or_a_file_is_given_by_who_just_showed_a_factor(
    inside, request, mirela, route
):
    client = inside(request.getfixturevalue(GIVING[route]))
    known = {"code": mirela.participant.code, "slug": mirela.programme.slug}
    known["pk"] = "00000000-0000-4000-8000-000000000000"
    address = reverse(route, kwargs={name: known[name] for name in takes(route)})

    asked = client.post(address, {"format": "0"})
    client.post(AGAIN, {"code": code()})

    assert is_asked_again(asked)
    assert not is_asked_again(client.post(address, {"format": "0"}))


def test_what_was_offered_is_declined_without_it(inside, joost):
    client = inside(joost)
    absent = "00000000-0000-4000-8000-000000000000"

    address = reverse("participants:handover-decline", args=[absent])
    assert client.post(address).status_code == 404


def test_an_app_is_not_taken_away_by_a_stale_session_nor_as_the_last_one(
    inside, anouk, clock
):
    client = inside(anouk)

    stale = client.post(f"{APP}remove/")
    client.post(AGAIN, {"code": code()})
    last = client.post(f"{APP}remove/")

    assert is_asked_again(stale)
    assert "This is your only one" in page(last)
    assert Authenticator.objects.filter(type="totp").exists()


def test_an_admin_resets_it_and_those_concerned_are_told(
    inside, client, anouk, tess, ada, django_capture_on_commit_callbacks
):
    TOTP.activate(anouk, SECRET)
    browser = type(client)()
    browser.force_login(anouk)
    client = inside(ada)
    client.post(AGAIN, {"code": code()})
    words = {"action": "reset_second_step", "_selected_action": [anouk.pk, ada.pk]}

    with django_capture_on_commit_callbacks(execute=True):
        client.post("/admin/counsellors/user/", words)

    assert Authenticator.objects.filter(user=anouk).count() == 0
    assert Authenticator.objects.filter(user=ada).count() == 1
    assert browser.get(ACCOUNT).url.startswith("/accounts/login/")
    assert [to for message in mail.outbox for to in message.to] == [
        anouk.email,
        tess.email,
    ]
    assert AccessEvent.objects.filter(object_id=anouk.pk, action="change").count() == 1
