"""More than a password: adding it, showing it at log-in, and taking it away."""

import re

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import TOTP
from django.core import mail
from django.db import connection

from counsellors.models import AccessEvent
from tests.counsellors.doors import (
    ACCOUNT,
    AGAIN,
    APP,
    CODES,
    LOGOUT,
    MEANS,
    SECRET,
    STEP,
    code,
    delivered,
    html,
    is_asked_again,
    log_in,
)
from tests.statements import counted

pytestmark = pytest.mark.usefixtures("demanded", "in_english")


def test_without_a_factor_every_page_leads_to_adding_one(client, anouk, ada):
    log_in(client, anouk.email)
    answers = {client.get(address).url for address in ["/", ACCOUNT, "/participants/"]}
    client.logout()
    log_in(client, ada.email)
    answers.add(client.get("/admin/").url)

    assert answers == {MEANS}


def test_the_first_app_opens_the_door_and_gives_codes_once(
    client, clock, anouk, django_capture_on_commit_callbacks
):
    log_in(client, anouk.email)
    secret = re.search(r"<code>(\w+)</code>", html(client.get(APP)))[1]

    with django_capture_on_commit_callbacks(execute=True):
        answer = client.post(APP, {"code": code(secret)})
    first, second = html(client.get(CODES)), html(client.get(CODES))

    assert (answer.url, client.get(ACCOUNT).status_code) == (CODES, 200)
    assert [len(re.findall(r"<code>\d+</code>", text)) for text in [first, second]] == [
        10,
        0,
    ]
    assert "second step of your log-in" in delivered()[-1].body


def test_a_wrong_code_adds_no_app(client, anouk):
    log_in(client, anouk.email)
    client.get(APP)

    answer = client.post(APP, {"code": "000000\x00" + "9" * 10_000})

    assert answer.status_code == 200
    assert Authenticator.objects.count() == 0


@pytest.mark.parametrize("said", ["", "x", "{}", "[1]", '{"id": "\\u0000"}', '"x"'])
def test_what_is_no_answer_of_a_key_is_told(client, anouk, said):
    log_in(client, anouk.email)
    added = client.post("/accounts/second/key/", {"name": "x", "credential": said})
    TOTP.activate(anouk, SECRET)
    again = client.post(AGAIN, {"credential": said})
    client.post(LOGOUT)
    log_in(client, anouk.email)
    step = client.post(STEP, {"credential": said})

    assert [answer.status_code for answer in [added, again, step]] == [200] * 3
    assert "The key was not read. Try again." in html(added)


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

    answer = log_in(client, anouk.email)

    assert answer.url == STEP
    assert client.get(ACCOUNT).url.startswith("/accounts/login/")


def test_a_code_lets_in_once(client, clock, anouk):
    TOTP.activate(anouk, SECRET)
    other = type(client)()
    for browser in [client, other]:
        log_in(browser, anouk.email)
        browser.post(STEP, {"code": code()})

    assert [b.get(ACCOUNT).status_code for b in [client, other]] == [200, 302]


def test_a_recovery_code_lets_in_once(client, anouk):
    TOTP.activate(anouk, SECRET)
    [kept, *_others] = RecoveryCodes.activate(anouk).get_unused_codes()
    other = type(client)()
    for browser in [client, other]:
        log_in(browser, anouk.email)
        browser.post(STEP, {"code": kept})

    assert [b.get(ACCOUNT).status_code for b in [client, other]] == [200, 302]


def test_after_five_wrong_codes_the_right_one_must_wait(client, clock, anouk):
    TOTP.activate(anouk, SECRET)
    log_in(client, anouk.email)
    for _ in range(5):
        client.post(STEP, {"code": "000000"})

    answer = client.post(STEP, {"code": code()})

    assert "That was too often" in html(answer)


def test_a_session_without_the_second_step_is_asked_for_it(client, anouk):
    TOTP.activate(anouk, SECRET)
    client.force_login(anouk)

    assert is_asked_again(client.get(ACCOUNT))


def test_a_new_password_by_link_still_asks_the_second_step(client, anouk):
    TOTP.activate(anouk, SECRET)
    client.post("/accounts/password/reset/", {"email": anouk.email})
    link = re.search(r"https?://testserver(\S+)", delivered()[-1].body)[1]
    form = client.get(link, follow=True).redirect_chain[-1][0]
    words = {"password1": "another long phrase", "password2": "another long phrase"}
    client.post(form, words)

    assert client.get(ACCOUNT).url.startswith("/accounts/login/")


def test_an_ordinary_page_costs_no_statement_for_it(enter, anouk, settings):
    client = enter(anouk)
    client.get(ACCOUNT)
    with counted() as demanded:
        client.get(ACCOUNT)
    settings.SECOND_FACTOR = False
    with counted() as open_to_all:
        client.get(ACCOUNT)

    assert len(demanded) == len(open_to_all)


def test_an_app_is_not_taken_away_by_a_stale_session_nor_as_the_last_one(
    enter, anouk, clock
):
    client = enter(anouk)

    stale = client.post(f"{APP}remove/")
    client.post(AGAIN, {"code": code()})
    last = client.post(f"{APP}remove/")

    assert is_asked_again(stale)
    assert "This is your only one" in html(last)
    assert Authenticator.objects.filter(type="totp").exists()


def test_an_admin_resets_it_and_those_concerned_are_told(
    enter, client, anouk, tess, ada, django_capture_on_commit_callbacks
):
    TOTP.activate(anouk, SECRET)
    browser = type(client)()
    browser.force_login(anouk)
    client = enter(ada)
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
