"""What admins can do with accounts, and all that the admin site does not hold."""

import re
from datetime import timedelta

import pytest
import time_machine
from django.apps import apps
from django.contrib import admin
from django.core import mail
from django.utils import timezone

from counsellors.models import AccessEvent, User
from participants.models import Participant
from tests.counsellors.doors import delivered
from tests.factories import MakeUser

USERS = "/admin/counsellors/user/"
NEW = "a long enough new phrase"
KINDS = ["exit", "uitstap", "prostitu", "sekswerk", "slachtoffer", "hulpverlening"]


@pytest.fixture
def invite(as_ada):
    """What the form answers when Ada adds Iris."""

    def invite(**fields):
        words = {"name": "Iris Nieuw", "email": "Iris@Koers.example", "language": "nl"}
        return as_ada.post(f"{USERS}add/", words | {"max_participants": 20} | fields)

    return invite


def mend(client, user, **changes):
    words = {"name": user.name, "language": "en", "max_participants": 20}
    words |= {"memberships-TOTAL_FORMS": 0, "memberships-INITIAL_FORMS": 0}
    return client.post(f"{USERS}{user.pk}/change/", words | changes)


def act(client, action, *users):
    words = {"action": action, "_selected_action": [user.pk for user in users]}
    return client.post(USERS, words, follow=True)


def messages(response):
    return [str(message) for message in response.context["messages"]]


def link():
    return re.search(r"https?://testserver(\S+)", mail.outbox[-1].body)[1]


def choose(browser, address):
    """Where the link leads, and what choosing a password there answers."""
    form = browser.get(address, follow=True).redirect_chain
    target = form[-1][0] if form else address
    return browser.post(target, {"password1": NEW, "password2": NEW}).status_code


def points_at(model):
    """Models that reach `model` by their own foreign keys, in any number of steps."""
    found, grew = {model}, True
    while grew:
        pointing = {
            other
            for other in apps.get_models(include_auto_created=True)
            for field in other._meta.get_fields()
            if field.concrete and field.is_relation and field.related_model in found
        }
        grew = not pointing <= found
        found |= pointing
    return found


def test_the_admin_site_holds_no_dossier():
    registered = set(admin.site._registry)

    assert registered & points_at(Participant) == set()
    assert {
        model for model in registered if model._meta.app_label == "participants"
    } == set()


def test_the_walk_finds_what_points_at_a_participant():
    names = {model.__name__ for model in points_at(Participant)}

    assert {"Trajectory", "Bottleneck", "Session", "Dependency"} <= names


def test_the_admin_site_holds_our_models_alone():
    labels = {model._meta.app_label for model in admin.site._registry}

    assert labels <= {"agencies", "counsellors"}
    assert {
        m.__name__ for m in admin.site._registry if m._meta.app_label == "counsellors"
    } == {"User", "Membership"}


def test_an_account_begins_with_an_invitation(invite):
    invite()

    user = User.objects.get(name="Iris Nieuw")
    assert (user.email, user.has_usable_password()) == ("iris@koers.example", False)
    assert [message.to for message in mail.outbox] == [["iris@koers.example"]]


def test_an_invitation_works_once(invite, client):
    invite()
    browser, address = type(client)(), link()

    answers = [choose(browser, address), choose(browser, address)]

    assert answers == [302, 200]
    assert User.objects.get(email="iris@koers.example").check_password(NEW)


def test_an_invitation_is_dead_after_three_days(invite, client):
    invite()

    with time_machine.travel(timezone.now() + timedelta(days=3, hours=2)):
        assert choose(type(client)(), link()) == 200


def test_a_new_invitation_ends_the_one_before(invite, as_ada, client):
    invite()
    first = link()

    act(as_ada, "send_invitation", User.objects.get(email="iris@koers.example"))

    assert choose(type(client)(), first) == 200
    assert choose(type(client)(), link()) == 302


def test_an_invitation_dies_with_the_account(invite, client):
    invite()
    User.objects.get(email="iris@koers.example").deactivate()

    assert choose(type(client)(), link()) == 200


def test_the_link_is_shown_to_nobody_but_the_invited(invite, as_ada):
    invite()

    html = as_ada.get(USERS).content.decode()
    assert "/accounts/password/reset/" not in html


def test_who_has_a_password_gets_no_invitation(as_ada, anouk):
    told = messages(act(as_ada, "send_invitation", anouk))

    assert told == ["Anouk de Wit has a password, and can ask for a new one."]
    assert mail.outbox == []


def test_a_mail_that_fails_is_told_and_the_account_stays(invite, as_ada, settings):
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", 9

    invite()

    told = messages(as_ada.get(USERS))[0]
    assert told.endswith("could not be sent. Send it again later.")
    assert User.objects.filter(email="iris@koers.example").exists()


def test_mails_are_neutral(invite, as_ada, anouk, client):
    invite()
    client.post("/accounts/password/reset/", {"email": "anouk@koers.example"})

    for message in delivered():
        text = message.body.lower()
        assert message.subject == "Koers"
        assert [word for word in [*KINDS, "iris", "anouk", "ada"] if word in text] == []


def test_an_address_is_used_once_whatever_its_capitals(invite, anouk):
    answer = invite(email="ANOUK@koers.example")

    assert dict(answer.context["adminform"].form.errors) == {
        "email": ["There is an account with this address already."]
    }


def test_an_address_with_a_password_stays_as_it_is(as_ada, anouk):
    mend(as_ada, anouk, name="Anouk", email="ada2@koers.example")

    anouk.refresh_from_db()
    assert (anouk.name, anouk.email) == ("Anouk", "anouk@koers.example")


def test_an_admin_never_sees_or_sets_a_password(as_ada, anouk):
    html = as_ada.get(f"{USERS}{anouk.pk}/change/").content.decode()
    form, _, _lock_asks_her_own = html.partition("<div data-lock ")

    assert (anouk.password in html, 'name="password' in form) == (False, False)
    assert as_ada.get(f"{USERS}{anouk.pk}/password/").status_code in {302, 404}


def test_a_member_can_not_be_made_admin(as_ada, anouk):
    answer = mend(as_ada, anouk, is_staff="on")

    assert dict(answer.context["adminform"].form.errors) == {
        "is_staff": ["This account has memberships. An admin needs another account."]
    }


def test_deactivating_ends_sessions_and_is_logged_for_the_programme(
    as_ada, anouk, waterveen, client
):
    browser = type(client)()
    browser.force_login(anouk)

    act(as_ada, "deactivate", anouk)

    line = AccessEvent.objects.get()
    assert browser.get("/account/").status_code == 302
    assert (line.action, line.programme, line.object_id) == (
        "change",
        waterveen,
        anouk.pk,
    )


def test_an_admin_can_not_shut_oneself_out(as_ada, ada):
    act(as_ada, "deactivate", ada)

    ada.refresh_from_db()
    assert ada.is_active


def test_an_account_can_be_opened_again(as_ada, anouk):
    anouk.deactivate()

    act(as_ada, "activate", anouk)

    anouk.refresh_from_db()
    assert anouk.is_active


def test_an_account_is_never_deleted(as_ada, anouk):
    assert as_ada.post(f"{USERS}{anouk.pk}/delete/").status_code == 403


def test_users_are_chosen_for_a_membership_among_those_who_can_have_one(
    as_ada, anouk, joost
):
    MakeUser(name="Anna Admin", is_staff=True)
    joost.deactivate()
    asked = {
        "app_label": "counsellors",
        "model_name": "membership",
        "field_name": "user",
    }

    found = as_ada.get("/admin/autocomplete/", asked).json()["results"]

    assert [row["text"] for row in found] == ["Anouk de Wit"]


@pytest.mark.parametrize("page", ["", "?role=counsellor", "?q=anouk", "?role=nonsense"])
def test_users_are_found_by_role_and_name(as_ada, anouk, page):
    html = as_ada.get(USERS + page).content.decode()

    assert "Anouk de Wit" in html


def test_leaving_the_admin_goes_through_the_same_door(as_ada):
    answer = as_ada.post("/admin/logout/", follow=True)

    assert answer.redirect_chain[-1] == ("/accounts/login/", 302)
    assert as_ada.get("/account/").status_code == 302


@pytest.mark.parametrize("name", ["anouk", "tess", "pim"])
def test_members_find_no_admin(request, client, name):
    client.force_login(request.getfixturevalue(name))

    assert client.get(USERS).status_code in {302, 403, 404}


@pytest.mark.parametrize(
    ("name", "status"), [("ada", 200), ("anouk", 302), ("pim", 302), (None, 302)]
)
def test_the_admin_site_opens_for_admins_alone(request, client, db, name, status):
    if name:
        client.force_login(request.getfixturevalue(name))

    assert client.get("/admin/").status_code == status
