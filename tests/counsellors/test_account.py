"""Logging in and out, and passwords."""

import re
from datetime import timedelta
from threading import Event

import pytest
import time_machine
from django.contrib.auth.hashers import MD5PasswordHasher, make_password
from django.contrib.sessions.models import Session
from django.core import mail
from django.urls import NoReverseMatch, reverse
from django.utils import timezone
from django.utils.html import strip_tags

from counsellors.mail import POSTMAN
from counsellors.models import User
from tests.counsellors.doors import ACCOUNT, LOGIN, LOGOUT, delivered, html, log_in
from tests.factories import PASSWORD

pytestmark = pytest.mark.usefixtures("in_english")
RESET = "/accounts/password/reset/"
CHANGE = "/accounts/password/"
NEW = "another long phrase"
CHECK_BOTH = "E-mail address and password do not fit together. Check both."


class CountingHasher(MD5PasswordHasher):
    runs = 0

    def encode(self, password, salt):
        CountingHasher.runs += 1
        return super().encode(password, salt)


def told(response):
    """The sentences of the error summary."""
    summary = re.search(r"data-error-summary.*?</div>", html(response), re.DOTALL)
    return re.findall(r"<li>(?:<a[^>]*>)?([^<]+)", summary[0]) if summary else []


def is_inside(client):
    return client.get(ACCOUNT).status_code == 200


def ask_link(client, email="anouk@koers.example"):
    client.post(RESET, {"email": email})
    return re.search(r"https?://testserver(\S+)", delivered()[-1].body)[1]


def choose(client, link, password=NEW):
    page = client.get(link, follow=True)
    address = page.redirect_chain[-1][0] if page.redirect_chain else link
    return client.post(address, {"password1": password, "password2": password})


def test_the_right_password_opens_the_start(client, anouk):
    response = log_in(client)

    assert (response.status_code, response.url) == (302, "/")
    assert is_inside(client)


def test_capitals_in_an_address_do_not_matter(client, anouk):
    log_in(client, "Anouk@Koers.example")

    assert is_inside(client)


def test_wrong_unknown_and_closed_accounts_answer_alike(client, anouk, joost):
    joost.deactivate()

    answers = [
        told(log_in(client, password="wrong phrase")),
        told(log_in(client, "nobody@koers.example")),
        told(log_in(client, "joost@koers.example")),
    ]

    assert answers == [[CHECK_BOTH]] * 3


def test_a_closed_account_stays_outside(client, anouk):
    anouk.deactivate()

    log_in(client)

    assert not is_inside(client)


def test_after_five_wrong_passwords_the_right_one_must_wait(client, clock, anouk):
    for _ in range(5):
        log_in(client, password="wrong phrase")
    log_in(client)
    early = is_inside(client)
    clock.shift(timedelta(minutes=5, seconds=1))
    log_in(client)

    assert (early, is_inside(client)) == (False, True)


def test_who_goes_on_guessing_waits_longer_but_not_for_good(client, clock, anouk):
    for _ in range(2):
        for _ in range(5):
            log_in(client, password="wrong phrase")
        clock.shift(timedelta(minutes=5, seconds=1))
    log_in(client)
    early = is_inside(client)
    clock.shift(timedelta(minutes=15))
    log_in(client)

    assert (early, is_inside(client)) == (False, True)


def test_a_session_ends_after_ten_hours(client, clock, anouk):
    log_in(client)
    clock.shift(timedelta(hours=10, seconds=1))

    assert not is_inside(client)


@pytest.mark.parametrize("door", ["signup", "email", "inactive", "password/set"])
def test_what_allauth_also_offers_does_not_exist(client, db, door):
    answers = [client.get(f"/accounts/{door}/"), client.post(f"/accounts/{door}/")]

    assert [answer.status_code for answer in answers] == [404, 404]


REST = ["account_confirm_email", "account_reauthenticate", "openid_connect_login"]
REST += [f"socialaccount_{end}" for end in ("signup", "connections", "login_error")]


@pytest.mark.parametrize("name", REST)
def test_the_rest_of_allauth_has_no_address(name):
    with pytest.raises(NoReverseMatch):
        reverse(name)


def test_the_log_in_page_is_neutral(client, db):
    read = strip_tags(html(client.get(LOGIN))).lower()

    words = ["exit", "uitstap", "deelnemer", "participant", "begeleider", "onthoud"]
    assert [word for word in words if word in read] == []


def test_logging_out_ends_the_session_and_clears_the_browser(as_anouk):
    response = as_anouk.post(LOGOUT)

    assert response["Clear-Site-Data"] == '"cache", "storage"'
    assert not is_inside(as_anouk)


def test_a_link_to_log_out_only_asks(as_anouk):
    response = as_anouk.get(LOGOUT)

    assert response.status_code == 200
    assert is_inside(as_anouk)


def test_a_forgotten_password_is_replaced_by_a_link_that_works_once(client, anouk):
    link = ask_link(client)

    first, second = choose(client, link), choose(client, link)

    assert (first.status_code, second.status_code) == (302, 200)
    assert User.objects.get(pk=anouk.pk).check_password(NEW)


def test_a_link_dies_after_three_days(client, anouk):
    link = ask_link(client)

    with time_machine.travel(timezone.now() + timedelta(days=3, hours=2)):
        choose(client, link)

    assert User.objects.get(pk=anouk.pk).check_password(PASSWORD)


def test_an_unknown_address_gets_the_same_answer_and_no_mail(client, anouk):
    known = client.post(RESET, {"email": "anouk@koers.example"})
    unknown = client.post(RESET, {"email": "nobody@koers.example"})

    assert (known.status_code, known.url) == (unknown.status_code, unknown.url)
    assert [message.to for message in delivered()] == [["anouk@koers.example"]]


def test_an_answer_never_waits_for_a_mail(client, anouk):
    """Else its time would tell who has an account."""
    goes_out = Event()
    POSTMAN.submit(goes_out.wait, 10)

    answer = client.post(RESET, {"email": "anouk@koers.example"})
    waiting = list(mail.outbox)
    goes_out.set()

    assert (answer.status_code, waiting, len(delivered())) == (302, [], 1)


def test_a_closed_account_gets_no_link(client, anouk):
    anouk.deactivate()

    client.post(RESET, {"email": "anouk@koers.example"})

    assert delivered() == []


def test_a_new_password_by_link_ends_every_session(client, as_anouk):
    other = type(client)()
    choose(other, ask_link(other))

    assert not is_inside(as_anouk)


def test_a_changed_password_ends_the_other_sessions(client, as_anouk, anouk):
    other = type(client)()
    other.force_login(anouk)

    words = {"oldpassword": PASSWORD, "password1": NEW, "password2": NEW}
    as_anouk.post(CHANGE, words)

    assert (is_inside(as_anouk), is_inside(other)) == (True, False)


@pytest.mark.parametrize(
    "password", ["", "short", "password1234", "anouk@koers.example"]
)
def test_a_weak_password_is_not_taken(as_anouk, anouk, password):
    words = {"oldpassword": PASSWORD, "password1": password, "password2": password}
    response = as_anouk.post(CHANGE, words)

    assert response.status_code == 200
    assert told(response) != []


def test_the_password_now_must_be_right(as_anouk):
    words = {"oldpassword": "wrong", "password1": NEW, "password2": NEW}

    assert told(as_anouk.post(CHANGE, words)) == [
        "Your password now: This is not your password now. Type it again."
    ]


def test_the_owner_is_told_by_mail_that_the_password_changed(as_anouk):
    words = {"oldpassword": PASSWORD, "password1": NEW, "password2": NEW}
    as_anouk.post(CHANGE, words)

    assert [message.to for message in mail.outbox] == [["anouk@koers.example"]]


def test_deactivating_ends_the_sessions_of_that_user_alone(client, anouk, joost):
    other = type(client)()
    client.force_login(anouk)
    other.force_login(joost)

    anouk.deactivate()

    assert (is_inside(client), is_inside(other)) == (False, True)
    assert Session.objects.filter(pk=other.session.session_key).exists()


@pytest.mark.parametrize(
    ("password", "said"),
    [
        ("short", "Dit is te kort. Gebruik minstens 12 tekens."),
        ("password1234", "Dit wachtwoord is te algemeen."),
    ],
)
def test_a_weak_password_is_told_in_dutch(as_anouk, anouk, password, said):
    anouk.language = "nl"
    anouk.save()
    words = {"oldpassword": PASSWORD, "password1": password, "password2": password}

    form = as_anouk.post(CHANGE, words).context["form"]

    assert form.errors["password1"] == [said]


def test_an_unknown_account_costs_as_many_hashes_as_a_known_one(
    client, anouk, joost, settings
):
    settings.PASSWORD_HASHERS = [f"{__name__}.CountingHasher"]
    User.objects.filter(pk=anouk.pk).update(password=make_password(PASSWORD))
    joost.set_unusable_password()
    joost.is_active = False
    joost.save()

    runs = []
    for email in ["anouk@koers.example", "nobody@koers.example", joost.email]:
        CountingHasher.runs = 0
        log_in(client, email, "wrong phrase")
        runs.append(CountingHasher.runs)

    assert runs == [1, 1, 1]
