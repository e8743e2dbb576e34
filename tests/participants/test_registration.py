"""How a dossier begins."""

import pytest
import time_machine
from django.urls import reverse

from participants.models import Participant, SafeContact, Trajectory
from tests.factories import make_dossier

NEW = reverse("participants:new")


@pytest.fixture
def register(as_anouk, waterveen):
    def post(**typed):
        return as_anouk.post(NEW, {"alias": "Yun", "programme": waterveen.pk} | typed)

    return post


def test_an_alias_alone_saves(register, anouk):
    register()

    trajectory = Trajectory.objects.get()
    assert trajectory.participant.alias == "Yun"
    assert trajectory.state == "referred"
    assert trajectory.participant.assignments.get().user == anouk
    assert not SafeContact.objects.exists()


def test_safe_contact_is_kept_when_it_was_asked(register):
    register(level="acute", channels=["app"], app_name="Signal")

    contact = SafeContact.objects.get()
    assert (contact.level, contact.channels) == ("acute", ["app"])


def test_without_an_alias_nothing_is_saved_and_the_rest_is_kept(register):
    response = register(alias="", note="Only by Signal")

    assert not Participant.objects.exists()
    assert response.context["form"]["note"].value() == "Only by Signal"
    assert list(response.context["form"].errors) == ["alias"]


def test_the_first_question_is_safe_contact(as_anouk, anouk):
    form = as_anouk.get(NEW).context["form"]

    assert next(iter(form.get_sections().values()))[0] == "level"


def test_a_namesake_in_the_own_caseload_is_shown_first(register, mirela):
    response = register(alias="mirela")

    assert Participant.objects.count() == 1
    assert mirela.participant.code in response.content.decode()


def test_a_namesake_may_be_someone_else(register, mirela):
    register(alias="mirela", is_someone_else="on")

    assert Participant.objects.count() == 2


def test_a_namesake_of_a_colleague_stays_unknown(register, joost, waterveen):
    make_dossier(joost, waterveen, alias="Yun")

    assert register().status_code == 302


@time_machine.travel("2026-05-12 12:00+02:00")
def test_under_eighteen_stops_with_the_way_to_youth_care(register):
    response = register(birth_date="2008-05-13")

    assert response.context["is_minor"]
    assert not Participant.objects.exists()


@time_machine.travel("2026-05-12 12:00+02:00")
def test_on_the_eighteenth_birthday_the_intake_goes_on(register):
    assert register(birth_date="2008-05-12").status_code == 302


@time_machine.travel("2026-05-12 12:00+02:00")
def test_someone_under_eighteen_is_recorded_as_not_admitted(register):
    register(birth_date="2008-05-13", turn_away="1")

    trajectory = Trajectory.objects.get()
    assert trajectory.state == "not_admitted"
    [end, _start] = trajectory.steps.order_by("-to_state")[::-1]
    assert (end.reason, end.destination) == ("minor", "youth_care")


@time_machine.travel("2026-05-12 12:00+02:00")
def test_a_year_that_leaves_seventeen_open_asks_for_the_date(register):
    response = register(birth_year="2008")

    assert list(response.context["form"].errors) == ["birth_date"]


@pytest.mark.parametrize(
    ("typed", "field"),
    [
        ({"alias": "x" * 10_000}, "alias"),
        ({"alias": "a\0b"}, "alias"),
        ({"birth_date": "2999-01-01"}, "birth_date"),
        ({"birth_date": "1900-01-01"}, "birth_date"),
        ({"birth_date": "no date"}, "birth_date"),
        ({"birth_year": "-5"}, "birth_year"),
        ({"birth_year": "99999999999"}, "birth_year"),
        ({"pronoun": "x"}, "pronoun"),
        ({"languages": ["klingon"]}, "languages"),
        ({"programme": "00000000-0000-4000-8000-000000000000"}, "programme"),
        ({"level": "fine"}, "level"),
        ({"note": "x" * 10_000}, "note"),
    ],
)
def test_bad_input_gets_a_sentence_and_saves_nothing(register, typed, field):
    response = register(**typed)

    assert response.status_code == 200
    assert field in response.context["form"].errors
    assert not Participant.objects.exists()


@pytest.mark.parametrize(
    "alias", ["<script>alert(1)</script>", "עֲלִיזָה", "😀", "Ştefania"]
)
def test_any_writing_is_an_alias(register, alias):
    register(alias=alias)

    assert Participant.objects.get().alias == alias


def test_a_counsellor_registers_in_her_own_programme_only(register, elsewhere):
    response = register(programme=elsewhere.pk)

    assert list(response.context["form"].errors) == ["programme"]
