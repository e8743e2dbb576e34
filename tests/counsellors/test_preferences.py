"""One's own preferences, before and after logging in."""

import pytest

from counsellors.models import User
from tests.counsellors.doors import ACCOUNT, LOGIN, html

pytestmark = pytest.mark.usefixtures("in_english")


def save_account(client, **changes):
    words = {"language": "en", "theme": "system", "has_shortcuts": "on"}
    return client.post(ACCOUNT, words | {"max_participants": 20} | changes)


def test_the_next_page_speaks_the_language_that_was_chosen(as_anouk):
    response = save_account(as_anouk, language="nl")

    assert response.cookies["language"].value == "nl"
    assert as_anouk.get(ACCOUNT)["Content-Language"] == "nl"


def test_the_next_page_has_the_look_that_was_chosen(as_anouk):
    save_account(as_anouk, theme="dark", has_shortcuts="")

    assert 'data-theme="dark" data-shortcuts="off"' in html(as_anouk.get(ACCOUNT))


@pytest.mark.parametrize("number", ["", "0", "100", "many", "-1"])
def test_the_most_participants_is_a_number_from_1_to_99(as_anouk, anouk, number):
    response = save_account(as_anouk, max_participants=number)

    assert response.status_code == 200
    assert User.objects.get(pk=anouk.pk).max_participants == 20


def test_nobody_mends_own_rights_on_the_account_page(as_anouk, anouk):
    save_account(as_anouk, is_staff="on", email="x@koers.example", name="X")

    stored = User.objects.get(pk=anouk.pk)
    assert (stored.is_staff, stored.email, stored.name) == (
        False,
        "anouk@koers.example",
        "Anouk de Wit",
    )


def test_the_language_before_log_in_is_remembered_by_the_browser(client, db):
    response = client.post("/language/", {"language": "en", "next": LOGIN})

    assert (response.url, client.get(LOGIN)["Content-Language"]) == (LOGIN, "en")


@pytest.mark.parametrize("target", ["https://evil.example/", "//evil.example", ""])
def test_the_language_switch_leads_to_no_other_site(client, db, target):
    response = client.post("/language/", {"language": "en", "next": target})

    assert response.url == LOGIN
