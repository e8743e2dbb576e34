"""What the session form asks for, and what it says to bad input."""

from datetime import timedelta

import pytest
from django.utils import translation

from exitprog import moment
from participants.forms.session import SessionForm
from participants.models import SafeContact, Session
from tests.factories import make_order

HELLO = "\u202e שלום <script>alert(1)</script> \U0001f600 Szűcs Ștefania"
MINUTES = "Write a number of minutes from 1 to 600."
CHECK_YEAR = "Check the year of this date."
BEFORE = "This day lies before the contact. Choose a later day."


@pytest.fixture(autouse=True)
def in_english():
    with translation.override("en"):
        yield


@pytest.fixture
def rows(mirela):
    return make_order(mirela, "A", "B")


@pytest.fixture
def fill(mirela, anouk, rows):
    def make(level="care", **fields):
        note = {
            "on": moment.today().isoformat(),
            "how": "office",
            "what_happened": "We talked.",
        }
        return SessionForm(
            note | fields,
            instance=Session(trajectory=mirela, author=anouk),
            participant=mirela.participant,
            bottlenecks=rows,
            safe_contact=SafeContact(participant=mirela.participant, level=level),
        )

    return make


def test_one_sentence_is_enough(fill):
    assert fill().errors == {}


@pytest.mark.parametrize(
    ("field", "value", "sentence"),
    [
        ("how", "", "Choose how you had contact."),
        ("how", "missed", "Choose why it did not take place."),
        ("what_happened", " ", "Write what happened. One sentence is enough."),
        ("what_happened", "a\0b", "Null characters are not allowed."),
        ("on", "", "Choose the date."),
        ("on", "31-31-2020", "Enter a valid date."),
        ("on", "1900-01-01", "This is more than a year ago. " + CHECK_YEAR),
        ("starts_at", "25:99", "Enter a valid time."),
        ("other_length", "0", MINUTES),
        ("other_length", "601", MINUTES),
        ("other_length", "9" * 5000, MINUTES),
        ("other_length", "an hour", MINUTES),
        ("next_step_on", "1900-01-01", BEFORE),
        (
            "next_step_on",
            "2999-01-01",
            "This is more than two years ahead. " + CHECK_YEAR,
        ),
        ("touched", ["x"], "Choose from the open bottlenecks of this dossier."),
    ],
)
def test_bad_input_gets_a_sentence(fill, field, value, sentence):
    beside = "attendance" if value == "missed" else field

    assert fill(**{field: value}).errors == {beside: [sentence]}


def test_tomorrow_has_not_happened(fill):
    tomorrow = moment.today() + timedelta(days=1)

    assert fill(on=tomorrow).errors == {
        "on": ["The date is in the future. Choose today or earlier."]
    }


@pytest.mark.parametrize(
    ("field", "longest"),
    [("what_happened", 5000), ("in_their_words", 2000), ("next_step", 200)],
)
def test_a_text_has_a_longest_length(fill, field, longest):
    assert fill(**{field: "x" * longest}).errors == {}
    assert list(fill(**{field: "x" * 10_000}).errors) == [field]


def test_the_end_of_a_line_counts_once(fill):
    """A browser counts one character and sends two."""
    longest = "A line.\n" * 624 + "The end."
    form = fill(what_happened=longest.replace("\n", "\r\n"))

    assert (len(longest), form.errors) == (5000, {})
    assert form.cleaned_data["what_happened"] == longest


def test_any_text_is_kept_as_it_was_typed(fill):
    form = fill(what_happened=HELLO)

    assert form.is_valid()
    assert form.cleaned_data["what_happened"] == HELLO


def test_bad_input_keeps_what_was_typed(fill):
    form = fill(on="never", next_step="Call")

    assert form.is_valid() is False
    assert (form["on"].value(), form["next_step"].value()) == ("never", "Call")


@pytest.mark.parametrize("field", ["interpreter", "length", "words_language", "how"])
def test_a_choice_that_was_not_offered_is_an_error(fill, mirela, field):
    mirela.participant.interpreter = True

    assert list(fill(**{field: "klingon"}).errors) == [field]


def test_an_unknown_change_is_an_error_beside_it(fill, rows):
    key = f"change_{rows[0].pk}"

    assert list(fill(**{key: "gone"}).errors) == [key]


@pytest.mark.parametrize(
    ("change", "severity", "sentence"),
    [
        ("better", "5", "You chose better, and this is more severe."),
        ("worse", "1", "You chose worse, and this is less severe."),
        ("worse", "6", "Select a valid choice. 6 is not one of the available choices."),
    ],
)
def test_a_severity_fits_what_was_said(fill, rows, change, severity, sentence):
    key = rows[0].pk
    asked = {f"change_{key}": change, f"severity_{key}": severity}

    form = fill(touched=[str(key)], **asked)

    assert form.errors == {f"severity_{key}": [sentence]}


def test_an_acute_threat_asks_about_safe_contact(fill):
    assert fill(level="acute").errors == {
        "safe_contact_right": ["Choose an answer: the threat is acute."]
    }
    assert fill(level="acute", safe_contact_right="not_asked").errors == {}


def test_a_missed_session_asks_nothing_about_safe_contact(fill):
    form = fill(level="acute", how="missed", attendance="missed")

    assert form.errors == {}


def test_what_was_never_asked_is_not_still_right(fill):
    form = fill(level="not_asked", safe_contact_right="yes")

    assert list(form.errors) == ["safe_contact_right"]


def test_the_interpreter_is_asked_only_where_one_is_needed(fill, mirela):
    before = "interpreter" in fill().fields
    mirela.participant.interpreter = True

    assert (before, "interpreter" in fill().fields) == (False, True)


@pytest.mark.parametrize(
    ("pronoun", "label"),
    [("she", "In her words"), ("he", "In his words"), ("they", "In their words")],
)
def test_the_words_are_those_of_the_participant(fill, mirela, pronoun, label):
    mirela.participant.pronoun = pronoun

    assert fill()["in_their_words"].label == label


def test_own_languages_come_first(fill, mirela):
    mirela.participant.languages = ["ro", "nl"]
    choices = fill().fields["words_language"].choices

    assert [key for key, _name in choices][:3] == ["", "ro", "en"]
    assert fill(words_language="ro").errors == {}
