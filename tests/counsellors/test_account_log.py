"""One line for each event of one's own account: log-ins, second steps, passwords."""

import json
import re
from datetime import timedelta

import pytest
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import TOTP
from allauth.mfa.webauthn.internal.auth import WebAuthn
from django.utils import timezone
from fido2.utils import websafe_encode as websafe

from counsellors import unusual
from counsellors.models import AccessEvent, Role
from counsellors.models.access_event import Action, Proof, Result
from tests.counsellors.doors import (
    AGAIN,
    APP,
    CODES,
    LOGOUT,
    SECRET,
    STEP,
    code,
    html,
    log_in,
)
from tests.factories import PASSWORD, MakeMembership, make_line, make_member
from tests.statements import counted

CHANGE = "/accounts/password/"
NEW = "another long phrase"
CEREMONY = {"type": "webauthn.get", "challenge": "AAAA", "origin": "https://x"}
ANSWER = json.dumps(  # as a browser says it, of a key that nobody has
    {
        "id": "AAAA",
        "rawId": "AAAA",
        "type": "public-key",
        "response": {
            "clientDataJSON": websafe(json.dumps(CEREMONY).encode()),
            "authenticatorData": websafe(bytes(37)),
            "signature": "AAAA",
        },
    }
)


@pytest.fixture
def inside(client, anouk):
    """Anouk came in; from here on her lines are told."""
    client.force_login(anouk)
    return client


def lines(user):
    """Who it is about, then what, with what, its result and where; oldest first."""
    rows = AccessEvent.objects.filter(actor=user, programme=None, object_id=user.pk)
    return list(rows.oldest_first().values_list("action", "kind", "result", "page"))


def test_coming_in_and_leaving(client, anouk):
    log_in(client)
    client.post(LOGOUT)

    assert lines(anouk) == [
        ("log_in", "password", "granted", "account_login"),
        ("log_out", "", "granted", "account_logout"),
    ]


def test_a_wrong_password_is_a_line_of_whose_account_it_is(client, anouk, joost):
    joost.deactivate()
    log_in(client, password="wrong phrase")
    log_in(client, "joost@koers.example")
    log_in(client, "nobody@koers.example")

    wrong = ("log_in", "password", "refused", "account_login")
    assert (lines(anouk), lines(joost)) == ([wrong], [wrong])
    assert AccessEvent.objects.count() == 2


def test_an_unknown_address_costs_the_same_work(client, anouk):
    with counted() as known:
        log_in(client, password="wrong phrase")
    with counted() as unknown:
        log_in(client, "nobody@koers.example", "wrong phrase")

    assert len(known) == len(unknown)


def test_who_must_wait_leaves_no_more_lines(client, anouk, clock):
    for _ in range(7):
        log_in(client, password="wrong phrase")

    assert len(lines(anouk)) == 5


def test_a_wrong_password_at_the_lock(inside, anouk):
    inside.post("/account/unlock/", {"password": "wrong phrase"})

    assert lines(anouk) == [("log_in", "password", "refused", "counsellors:unlock")]


def test_the_second_step_of_a_log_in(client, anouk, clock):
    TOTP.activate(anouk, SECRET)
    log_in(client)
    client.post(STEP, {"code": ""})
    client.post(STEP, {"code": "000000"})
    client.post(STEP, {"credential": ANSWER})
    client.post(STEP, {"code": code()})

    assert lines(anouk) == [
        ("step", "app", "refused", "mfa_authenticate"),
        ("step", "key", "refused", "mfa_authenticate"),
        ("log_in", "password", "granted", "mfa_authenticate"),
    ]


def test_a_recovery_code_is_told_where_it_is_used(client, anouk, clock):
    TOTP.activate(anouk, SECRET)
    first, second, *_others = RecoveryCodes.activate(anouk).get_unused_codes()
    log_in(client)
    client.post(STEP, {"code": first})
    client.post(AGAIN, {"code": second})

    assert lines(anouk) == [
        ("used_code", "codes", "granted", "mfa_authenticate"),
        ("log_in", "password", "granted", "mfa_authenticate"),
        ("used_code", "codes", "granted", "mfa_reauthenticate"),
    ]


def test_showing_it_again(inside, anouk, clock):
    TOTP.activate(anouk, SECRET)
    inside.post(AGAIN, {"code": ""})
    inside.post(AGAIN, {"code": "000000"})
    inside.post(AGAIN, {"code": code()})

    assert lines(anouk) == [
        ("step_again", "app", "refused", "mfa_reauthenticate"),
        ("step_again", "app", "granted", "mfa_reauthenticate"),
    ]


def test_adding_an_app_making_codes_and_taking_means_away(inside, anouk, clock):
    secret = re.search(r"<code>(\w+)</code>", html(inside.get(APP)))[1]
    inside.post(APP, {"code": "000000"})
    inside.post(APP, {"code": code(secret)})
    inside.post(f"{CODES}new/")
    key = WebAuthn.add(anouk, "Key 1", {}).instance
    inside.post(f"/accounts/second/keys/{key.pk}/remove/")
    WebAuthn.add(anouk, "Key 2", {})
    inside.post(f"{APP}remove/")

    assert lines(anouk) == [
        ("add_step", "app", "granted", "mfa_activate_totp"),
        ("new_codes", "codes", "granted", "mfa_generate_recovery_codes"),
        ("end_step", "key", "granted", "mfa_remove_webauthn"),
        ("end_step", "app", "granted", "mfa_deactivate_totp"),
    ]


def test_the_last_means_that_stays_is_no_line(inside, anouk):
    TOTP.activate(anouk, SECRET)
    inside.post(f"{APP}remove/")

    assert lines(anouk) == []


def test_a_new_password_and_ending_all_sessions(inside, anouk):
    words = {"oldpassword": PASSWORD, "password1": NEW, "password2": NEW}
    inside.post(CHANGE, words | {"password2": "something else"})
    inside.post(CHANGE, words)
    inside.post("/account/sessions/end/")

    assert lines(anouk) == [
        ("password", "", "granted", "account_change_password"),
        ("end_all", "", "granted", "counsellors:end-sessions"),
    ]


def test_the_line_knows_where_it_came_from_and_names_nobody_else(client, anouk):
    log_in(client)

    line = AccessEvent.objects.get()
    assert (line.origin, line.case_code, line.on_behalf_of, line.ground) == (
        "127.0.0.1",
        "",
        None,
        "",
    )


def log_ins(user):
    return list(AccessEvent.objects.visible_to(user).values_list("actor__name"))


def own(user, **facts):
    facts = {"action": Action.LOG_IN, "object_id": user.pk} | facts
    return make_line(user, kind=Proof.PASSWORD, **facts)


def test_privacy_officers_read_the_log_ins_of_members_and_admins(
    pim, anouk, noor, ada, elsewhere
):
    for user in [anouk, noor, ada]:
        own(user)
    other = make_member("Otto Officer", elsewhere, Role.PRIVACY_OFFICER)

    assert log_ins(pim) == [(ada.name,), (anouk.name,)]
    assert log_ins(other) == [(ada.name,), (noor.name,)]
    assert [log_ins(user) for user in [anouk, ada]] == [[], []]


def test_a_log_in_before_or_after_a_membership_is_not_theirs(pim, waterveen):
    now = timezone.now()
    user = make_member("Gone Again", waterveen)
    user.memberships.all().delete()
    MakeMembership(
        user=user,
        programme=waterveen,
        starts_at=now - timedelta(days=9),
        ends_at=now - timedelta(days=1),
    )
    for days in [10, 5, 1]:
        own(user, at=now - timedelta(days=days))

    [line] = AccessEvent.objects.visible_to(pim)
    assert line.at == now - timedelta(days=5)


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", ["second step: app for codes", "logged in: password"]),
        ("nl", ["tweede stap: app voor codes", "ingelogd: wachtwoord"]),
    ],
)
def test_the_log_tells_it_in_words(as_pim, pim, anouk, language, words):
    pim.language = language
    pim.save()
    own(anouk)
    facts = {"action": Action.STEP, "kind": Proof.APP, "result": Result.REFUSED}
    make_line(anouk, object_id=anouk.pk, **facts)

    page = " ".join(html(as_pim.get("/access-log/")).split())
    found = re.findall(r"<td> ([\w ]+: [\w ]+?) </td>", page)
    assert found == words


def test_five_wrong_log_ins_in_ten_minutes_ask_for_a_question(anouk):
    now = timezone.now()
    for minute in range(5):
        own(anouk, result=Result.REFUSED, at=now + timedelta(minutes=minute))

    rows = AccessEvent.objects.all()
    found = [[each.count for each in rule(rows)] for rule in unusual.RULES]
    assert found == [[5] if rule is unusual.guesses else [] for rule in unusual.RULES]
