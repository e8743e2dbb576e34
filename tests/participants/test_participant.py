"""The person: her code, her age, and mending what is known."""

import re
from datetime import date, timedelta

import pytest
import time_machine
from django.urls import reverse
from django.utils import timezone

from participants.models import Participant, Trajectory
from participants.models.participant import make_code
from tests.factories import MakeFlag, MakeParticipant


@pytest.fixture
def edit(as_anouk, mirela):
    address = reverse("participants:edit", args=[mirela.participant.code])

    def post(**typed):
        return as_anouk.post(
            address,
            {"alias": "Mirela", "version": 1, "trajectory-version": 1} | typed,
        )

    return post


def test_a_code_has_no_signs_that_look_alike():
    codes = {make_code() for _draw in range(500)}

    assert all(re.fullmatch("[2-9A-Z]{3}-[2-9A-Z]{4}", code) for code in codes)
    assert not set("01ILOSB8") & set("".join(codes))


def test_only_the_code_stands_for_a_participant(mirela):
    participant = mirela.participant

    assert str(participant) == participant.code
    assert "Mirela" not in participant.get_absolute_url()


@pytest.mark.parametrize(
    ("today", "age"), [("2026-05-11", 26), ("2026-05-12", 27), ("2027-02-28", 27)]
)
def test_age_turns_on_the_birthday(db, today, age):
    participant = MakeParticipant(birth_date=date(1999, 5, 12))

    with time_machine.travel(f"{today} 12:00+02:00"):
        assert participant.age == age


def test_born_on_a_leap_day_age_turns_on_the_first_of_march(db):
    participant = MakeParticipant(birth_date=date(2008, 2, 29))

    with time_machine.travel("2026-02-28 12:00+01:00"):
        assert participant.is_minor
    with time_machine.travel("2026-03-01 12:00+01:00"):
        assert not participant.is_minor


def test_an_unknown_age_is_no_minor(db):
    assert MakeParticipant().is_minor is False


def test_the_page_mends_the_person_and_the_start(edit):
    edit(alias="Mira", pronoun="they", **{"trajectory-wish": "A bakery"})

    participant = Participant.objects.get()
    assert (participant.alias, participant.pronoun) == ("Mira", "they")
    assert Trajectory.objects.get().wish == "A bakery"


def test_a_stale_page_shows_both_texts_and_overwrites_nothing(edit):
    edit(alias="First")

    response = edit(alias="Second")

    page = response.content.decode()
    assert response.status_code == 409
    assert "First" in page
    assert "Second" in page
    assert Participant.objects.get().alias == "First"


def test_half_a_mistake_saves_nothing(edit):
    response = edit(alias="Mira", **{"trajectory-wish": "x" * 10_000})

    assert response.context["start"].errors.keys() == {"wish"}
    assert Participant.objects.get().alias == "Mirela"


# Flags


@pytest.fixture
def flags(mirela):
    return reverse("participants:flags", args=[mirela.participant.code])


def test_a_flag_asks_for_a_day_to_look_again(as_anouk, flags, mirela):
    response = as_anouk.post(flags, {"text": "Two of you", "review_on": "2020-01-01"})

    assert list(response.context["form"].errors) == ["review_on"]
    assert not mirela.participant.flags.exists()


def test_a_flag_is_kept_with_its_author(as_anouk, flags, mirela, anouk):
    next_month = timezone.localdate() + timedelta(days=30)
    as_anouk.post(flags, {"text": "Two of you", "review_on": next_month.isoformat()})

    flag = mirela.participant.flags.get()
    assert (flag.text, flag.raised_by) == ("Two of you", anouk)


def test_a_flag_is_taken_down_with_a_reason(as_anouk, mirela, anouk):
    flag = MakeFlag(participant=mirela.participant, raised_by=anouk)
    address = reverse(
        "participants:flag-remove", args=[mirela.participant.code, flag.pk]
    )

    as_anouk.post(address, {"removal_reason": ""})
    assert mirela.participant.flags.standing().count() == 1

    as_anouk.post(address, {"removal_reason": "The lock was changed", "version": 1})
    assert mirela.participant.flags.standing().count() == 0
    assert mirela.participant.flags.get().removal_reason == "The lock was changed"


def test_the_flag_of_another_dossier_is_not_found(as_anouk, mirela, joost):
    foreign = MakeFlag(raised_by=joost)
    address = reverse(
        "participants:flag-remove", args=[mirela.participant.code, foreign.pk]
    )

    assert as_anouk.get(address).status_code == 404
