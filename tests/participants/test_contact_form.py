"""What the contact form says to bad input, and who may hear a name."""

from datetime import timedelta

import pytest
from django.utils import translation

from agencies.models import Agency, ContactPerson
from exitprog import moment
from participants.forms.agency_choices import usual_wait
from participants.forms.agency_contact import ContactForm
from participants.models import AgencyContact, Consent
from tests.factories import (
    MakeAgency,
    MakeConsent,
    MakeContact,
    MakeService,
    make_order,
)

NOT_REACHED = "You did not reach them: leave this empty."
CHECK_YEAR = "Check the year of this date."
BEFORE = "This day lies before the contact. Choose a later day."
GATE = "Mirela has not agreed to sharing with Credit bank. Ask first."


@pytest.fixture(autouse=True)
def in_english():
    with translation.override("en"):
        yield


@pytest.fixture
def bank(db):
    return MakeAgency(name="Credit bank")


@pytest.fixture
def fill(mirela, anouk, bank):
    rows = make_order(mirela, "A", "B")

    def make(**fields):
        awaited = AgencyContact.objects.awaiting_answer()
        in_force = Consent.objects.in_force().filter(purpose="share")
        call = {
            "agency": str(bank.pk),
            "channel": "phone",
            "direction": "out",
            "outcome": "reached",
            "on": moment.today().isoformat(),
            "what_was_said": "They look into it.",
        }
        return ContactForm(
            call | fields,
            instance=AgencyContact(trajectory=mirela, author=anouk),
            participant=mirela.participant,
            agencies=list(Agency.objects.in_use()),
            sharing={row.agency_id: row for row in in_force},
            bottlenecks=rows,
            known=set(),
            life_area=None,
            awaited=list(awaited),
        )

    return make


def test_five_answers_are_enough(fill):
    assert fill().errors == {}


@pytest.mark.parametrize(
    ("field", "value", "sentence"),
    [
        ("agency", "", "Choose the agency."),
        ("agency", "not-a-key", "Choose an agency from the list."),
        ("contact_person", "not-a-key", "Choose someone from the list."),
        ("channel", "", "Choose how you had contact."),
        ("outcome", "", "Choose whether you reached them."),
        ("direction", "", "Choose who took the initiative."),
        ("on", "", "Choose the date."),
        ("on", "1900-01-01", "This is more than a year ago. " + CHECK_YEAR),
        ("what_was_said", " ", "Write what was said. One sentence is enough."),
        ("what_was_said", "a\0b", "Null characters are not allowed."),
        ("answer_due", "1900-01-01", BEFORE),
        (
            "answer_due",
            "2999-01-01",
            "This is more than two years ahead. " + CHECK_YEAR,
        ),
        ("next_action_on", "1900-01-01", BEFORE),
        ("next_action_on", "tomorrow", "Enter a valid date."),
        ("touched", ["x"], "Choose from the open bottlenecks of this dossier."),
        ("answers", "not-a-key", "Choose a contact from the list."),
        ("is_named", "on", GATE),
    ],
)
def test_bad_input_gets_a_sentence(fill, field, value, sentence):
    assert fill(**{field: value}).errors == {field: [sentence]}


def test_tomorrow_has_not_happened(fill):
    tomorrow = moment.today() + timedelta(days=1)

    assert fill(on=tomorrow).errors == {
        "on": ["The date is in the future. Choose today or earlier."]
    }


@pytest.mark.parametrize(
    ("field", "longest"),
    [("what_was_said", 5000), ("promise", 300), ("next_action", 200)],
)
def test_a_text_has_a_longest_length(fill, field, longest):
    assert fill(**{field: "x" * longest}).errors == {}
    assert list(fill(**{field: "x" * 10_000}).errors) == [field]


@pytest.mark.parametrize("field", ["channel", "direction", "outcome", "moves_now"])
def test_a_choice_that_was_not_offered_is_an_error(fill, field):
    assert field in fill(**{field: "pigeon"}).errors


def test_who_was_not_reached_promises_nothing(fill, mirela, anouk, bank):
    day = moment.today()
    asked = MakeContact(trajectory=mirela, author=anouk, agency=bank, answer_due=day)
    said = {"promise": "Soon", "answer_due": day, "answers": str(asked.pk)}

    form = fill(outcome="attempt", **said)

    assert form.errors == {field: [NOT_REACHED] for field in said}


def test_an_attempt_needs_no_text(fill):
    assert fill(outcome="attempt", what_was_said="").errors == {}


def test_a_person_works_at_the_chosen_agency(fill):
    person = ContactPerson.objects.create(agency=MakeAgency(), name="Els")

    assert fill(contact_person=str(person.pk)).errors == {
        "contact_person": ["Choose someone of Credit bank."]
    }


def test_an_answer_comes_from_who_promised_it(fill, mirela, anouk):
    asked = MakeContact(trajectory=mirela, author=anouk, answer_due=moment.today())

    assert fill(answers=str(asked.pk)).errors == {
        "answers": ["Another agency promised this."]
    }


def test_who_moves_now_needs_a_bottleneck(fill):
    assert fill(moves_now="agency").errors == {
        "touched": ["Choose which bottleneck waits for whom you chose."]
    }


@pytest.mark.parametrize(
    ("facts", "errors"),
    [
        ({}, {}),
        ({"withdrawn_on": moment.today()}, {"is_named": [GATE]}),
        ({"expires_on": moment.today()}, {}),
        ({"purpose": "record"}, {"is_named": [GATE]}),
    ],
)
def test_a_name_is_said_on_consent_in_force_only(
    fill, mirela, anouk, bank, facts, errors
):
    participant = mirela.participant
    MakeConsent(participant=participant, agency=bank, recorded_by=anouk, **facts)

    assert fill(is_named="on").errors == errors


def test_consent_for_another_agency_does_not_count(fill, mirela, anouk):
    MakeConsent(participant=mirela.participant, recorded_by=anouk)

    assert fill(is_named="on").errors == {"is_named": [GATE]}


def test_the_usual_wait_is_the_shortest_in_the_life_area(bank):
    asked = {"agency": bank, "waiting_updated_on": moment.today()}
    MakeService(life_area="income", waiting_weeks=6, **asked)
    MakeService(life_area="income", waiting_weeks=4, **asked)
    MakeService(life_area="debts", waiting_weeks=1, **asked)

    assert usual_wait(bank, "income") == "Usual waiting time of Credit bank: 4 weeks."
    assert usual_wait(bank) == "Usual waiting time of Credit bank: 1 week."
    assert usual_wait(bank, "housing") == ""
