"""A page makes what it makes once, however often it is sent."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from io import StringIO
from uuid import uuid4

import pytest
from django.core.management import call_command
from django.db import connection
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from counsellors.models import AccessEvent, Submission
from participants.models import (
    Appointment,
    Bottleneck,
    BreakGlass,
    Consent,
    Flag,
    Income,
    Participant,
    SafeContact,
    TrajectoryStep,
)
from tests.factories import make_dossier
from tests.routes import page
from tests.statements import counted

TODAY = timezone.localdate()
FLAG = {"text": "Bring someone along.", "review_on": TODAY + timedelta(days=1)}
PLAN = {"on": TODAY + timedelta(days=1), "at": "10:00", "minutes": 60, "kind": "office"}
CONTACT = {"level": "care", "channels": ["app"], "app_name": "Signal"}
CHECKED = {"checked_on": TODAY, "checked_how": "in_person"}
SENT = {
    "flags": (Flag, FLAG),
    "income-new": (Income, {"source": "benefit"}),
    "bottleneck-new": (
        Bottleneck,
        {"title": "Rent", "life_area": "housing", "severity": "3"},
    ),
    "appointment-new": (Appointment, PLAN),
    "consent-new": (
        Consent,
        {"purpose": "record", "form": "spoken", "given_on": TODAY},
    ),
    "safe-contact": (SafeContact, CONTACT | CHECKED),
    "phase": (TrajectoryStep, {"state": "aftercare", "on": TODAY, "version": 1}),
}


@pytest.fixture
def send(as_anouk, mirela):
    """Send a page of Mirela's dossier with the key that it carried."""

    def send(name, key, **typed):
        return as_anouk.post(page(name, mirela), {"submission": key} | typed)

    return send


def test_sent_twice_a_page_makes_one_and_goes_where_the_first_went(send):
    for name, (model, typed) in SENT.items():
        key = uuid4()
        first, second = (send(name, key, **typed) for _time in range(2))

        assert (name, first.status_code, second.status_code) == (name, 302, 302)
        assert (name, second.url, model.objects.count()) == (name, first.url, 1)


def test_a_participant_is_registered_once_and_told_the_code_that_counts(as_anouk):
    typed = {"alias": "Yun", "submission": uuid4()}
    typed["programme"] = (
        as_anouk.get(reverse("participants:new")).context["form"]["programme"].initial
    )

    first, second = (
        as_anouk.post(reverse("participants:new"), typed) for _time in range(2)
    )

    assert (Participant.objects.count(), second.url) == (1, first.url)
    told = [str(message) for message in as_anouk.get(second.url).context["messages"]]
    assert told == ["This was saved. It is there once."]
    other = as_anouk.post(reverse("participants:new"), typed | {"alias": "Yun Li"})
    assert (other.status_code, Participant.objects.count()) == (409, 1)
    assert "Yun Li" in other.content.decode()


def test_an_emergency_is_opened_once(client, joost, mirela):
    client.force_login(joost)
    typed = {"reason": "She called for help.", "hours": "4", "submission": uuid4()}

    for _time in range(2):
        client.post(page("break-glass", mirela), typed)

    assert BreakGlass.objects.count() == 1


def test_the_second_answer_says_so_and_is_logged_as_looking(send, as_anouk, mirela):
    key = uuid4()
    for _time in range(2):
        send("flags", key, **FLAG)

    told = as_anouk.get(page("flags", mirela)).context["messages"]
    assert [str(message) for message in told] == ["This was saved. It is there once."]
    lines = AccessEvent.objects.order_by("pk").values_list("action", flat=True)
    assert list(lines) == ["create", "open", "open"]


def test_what_was_changed_on_the_way_back_is_shown_and_not_dropped(send):
    key = uuid4()
    send("flags", key, **FLAG)

    answer = send("flags", key, **FLAG | {"text": "Come with two people."})

    assert (answer.status_code, Flag.objects.count()) == (409, 1)
    assert "Come with two people." in answer.content.decode()


def test_a_page_that_made_nothing_can_be_sent_again(send):
    key = uuid4()

    answers = [send("flags", key, **FLAG | {"text": text}) for text in ("", "A dog.")]

    assert [answer.status_code for answer in answers] == [200, 302]
    assert Flag.objects.get().text == "A dog."


def test_two_pages_make_two(send):
    for _page in range(2):
        send("flags", uuid4(), **FLAG)

    assert Flag.objects.count() == 2


def test_the_key_of_another_page_is_not_found(send, as_anouk, anouk, waterveen):
    key = uuid4()
    send("flags", key, **FLAG)
    other = make_dossier(anouk, waterveen)

    answer = as_anouk.post(page("flags", other), {"submission": key} | FLAG)

    assert (answer.status_code, Flag.objects.count()) == (404, 1)


def test_the_key_of_someone_else_is_as_good_as_new(send, joost, waterveen):
    key = uuid4()
    send("flags", key, **FLAG)
    browser, own = Client(), make_dossier(joost, waterveen)
    browser.force_login(joost)

    browser.post(page("flags", own), {"submission": key} | FLAG)

    assert Flag.objects.count() == 2


def test_it_keeps_a_hash_of_what_was_typed_and_costs_one_statement(send):
    with counted() as without:
        send("flags", "no key", **FLAG)
    with counted() as statements:
        send("flags", uuid4(), **FLAG)

    assert len(statements) == len(without) + 1
    assert "Bring" not in str(Submission.objects.values().get())


def test_every_page_that_makes_something_carries_a_key_of_its_own(as_anouk, mirela):
    keys = {
        as_anouk.get(page(name, mirela))
        .content.decode()
        .split('"submission" value=')[1][:38]
        for name in SENT
    }

    assert len(keys) == len(SENT)


def test_which_pages_were_sent_is_kept_for_two_days(send):
    send("flags", uuid4(), **FLAG)
    send("flags", uuid4(), **FLAG)
    first, _second = Submission.objects.order_by("at")
    first.at -= timedelta(days=2)
    first.save()

    for options in ({"dry_run": True}, {}):
        call_command("remove_old_submissions", stdout=StringIO(), **options)

    assert not Submission.objects.filter(pk=first.pk).exists()
    assert Submission.objects.count() == 1


@pytest.mark.django_db(transaction=True)
def test_twenty_at_once_make_one(anouk, mirela):
    browser, address = Client(), page("flags", mirela)
    browser.force_login(anouk)
    typed = {"submission": uuid4()} | FLAG

    def send(_number):
        other = Client()
        other.cookies = browser.cookies
        answer = other.post(address, typed)
        connection.close()
        return answer.status_code, answer.url

    with ThreadPoolExecutor(20) as windows:
        answers = set(windows.map(send, range(20)))

    assert answers == {(302, address)}
    assert Flag.objects.count() == 1
