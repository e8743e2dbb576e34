"""How long a session lives, what locks it, and who may open it again."""

from datetime import timedelta

import pytest
from django.contrib.sessions.models import Session
from django.urls import reverse

from counsellors.models import AccessEvent
from participants.models import Participant
from tests.counsellors.doors import ACCOUNT, LOGOUT, hidden, html
from tests.factories import PASSWORD
from tests.statements import counted

pytestmark = pytest.mark.usefixtures("in_english")
UNLOCK = "/account/unlock/"
STAY = "/account/stay/"
JSON = {"Accept": "application/json"}


def wait(clock, **span):
    clock.shift(timedelta(**span))


def is_locked(response):
    is_told = "This screen is locked" in html(response)
    return (response.status_code, is_told) == (403, True)


def test_after_fifteen_idle_minutes_a_page_is_locked(clock, as_anouk):
    wait(clock, minutes=14, seconds=59)
    before = as_anouk.get(ACCOUNT)
    wait(clock, minutes=15)
    after = as_anouk.get(ACCOUNT)

    assert (before.status_code, is_locked(after)) == (200, True)
    assert "Anouk" not in html(after)
    assert not AccessEvent.objects.filter(result="refused").exists()


def test_the_same_person_opens_it_where_she_was(clock, as_anouk):
    wait(clock, minutes=15)
    lock = as_anouk.get("/agencies/?kind=bank")

    answer = as_anouk.post(UNLOCK, {"password": PASSWORD, "next": hidden(lock, "next")})

    assert (answer.status_code, answer.url) == (302, "/agencies/?kind=bank")
    assert as_anouk.get(ACCOUNT).status_code == 200


def test_a_wrong_password_opens_nothing_and_says_so(clock, as_anouk):
    wait(clock, minutes=15)

    answer = as_anouk.post(UNLOCK, {"password": "wrong"}, headers=JSON)

    assert (answer.status_code, answer.json()) == (
        400,
        {"error": "This is not your password. Type it again."},
    )
    assert is_locked(as_anouk.get(ACCOUNT))


def test_guessing_at_a_lock_must_wait(clock, as_anouk):
    wait(clock, minutes=15)
    for _ in range(5):
        as_anouk.post(UNLOCK, {"password": "wrong"})

    as_anouk.post(UNLOCK, {"password": PASSWORD})

    assert is_locked(as_anouk.get(ACCOUNT))


def test_the_lock_of_one_person_does_not_open_for_another(client, anouk, joost):
    client.force_login(joost)

    answer = client.post(UNLOCK, {"password": PASSWORD, "who": anouk.pk}, headers=JSON)

    assert (answer.status_code, answer.url) == (302, "/")


def test_what_was_sent_to_a_lock_comes_back_to_its_sender_alone(clock, as_anouk, joost):
    wait(clock, minutes=15)
    lock = as_anouk.post(reverse("participants:new"), {"alias": "Mirela & co"})
    held = hidden(lock, "held")

    back = as_anouk.post(UNLOCK, {"password": PASSWORD, "held": held})
    as_anouk.force_login(joost)
    others = as_anouk.post(UNLOCK, {"password": PASSWORD, "held": held})

    assert (is_locked(lock), "Mirela" in html(lock)) == (True, False)
    assert hidden(back, "alias") == "Mirela &amp; co"
    assert others.status_code == 302
    assert Participant.objects.count() == 0


def test_a_lock_leads_to_no_other_site(as_anouk):
    words = {"password": PASSWORD, "next": "https://evil.example/", "held": "k1:xx"}

    assert as_anouk.post(UNLOCK, words).url == "/"


def test_after_thirty_idle_minutes_the_session_is_gone(clock, as_anouk):
    wait(clock, minutes=30)

    answer = as_anouk.post(UNLOCK, {"password": PASSWORD})

    assert answer.url.startswith("/accounts/login/")
    assert Session.objects.count() == 0


def test_however_busy_a_session_ends_after_ten_hours(clock, as_anouk):
    for _ in range(42):
        wait(clock, minutes=14)
        last = as_anouk.post(STAY).status_code
    wait(clock, minutes=14)

    assert (last, as_anouk.get(ACCOUNT).status_code) == (200, 302)


def test_staying_is_told_in_seconds_and_prolongs(clock, as_anouk):
    wait(clock, minutes=14)
    told = as_anouk.post(STAY).json()
    wait(clock, minutes=14)

    assert told == {"locksIn": 900, "endsIn": 10 * 3600 - 14 * 60}
    assert as_anouk.get(ACCOUNT).status_code == 200


def test_what_asks_for_no_log_in_keeps_nobody_inside(clock, as_anouk):
    wait(clock, minutes=14)
    as_anouk.get(reverse("counsellors:accessibility"))
    wait(clock, minutes=2)

    assert is_locked(as_anouk.get(ACCOUNT))


def test_who_is_locked_out_may_always_leave(clock, as_anouk):
    wait(clock, minutes=15)

    as_anouk.post(LOGOUT)

    assert as_anouk.get(ACCOUNT).status_code == 302


def test_the_moment_of_use_is_written_once_a_minute(clock, as_anouk):
    wait(clock, seconds=59)
    with counted() as quiet:
        as_anouk.get(ACCOUNT)
    wait(clock, seconds=1)
    with counted() as written:
        as_anouk.get(ACCOUNT)

    assert len(written) == len(quiet) + 1
    assert [sql for sql in written if sql.startswith("UPDATE")] != []


def test_all_my_sessions_end_at_once(client, as_anouk, anouk, joost):
    others = [type(client)(), type(client)()]
    for browser, user in zip(others, [anouk, joost], strict=True):
        browser.force_login(user)

    answer = as_anouk.post(reverse("counsellors:end-sessions"))

    assert answer["Clear-Site-Data"] == '"cache", "storage"'
    assert [b.get(ACCOUNT).status_code for b in [as_anouk, *others]] == [302, 302, 200]


def test_an_ended_membership_bites_in_an_open_session(client, as_anouk, anouk, mirela):
    address = mirela.participant.get_absolute_url()
    before = as_anouk.get(address).status_code
    anouk.memberships.get().end()

    assert (before, as_anouk.get(address).status_code) == (200, 404)
