"""Income: each step in words with the time it took, and nothing overwritten."""

from datetime import date, datetime

import pytest
import time_machine
from django.db import IntegrityError, connection, transaction

from exitprog.conflict import Side
from participants.income_words import IncomeCard
from participants.models import Income
from tests.factories import MakeIncome
from tests.routes import page

NOW = datetime.fromisoformat("2026-05-12T10:00:00+02:00")
APRIL, MAY = date(2026, 4, 3), date(2026, 5, 5)


@pytest.fixture(autouse=True)
def _tuesday(db):
    """Every test runs on Tuesday 12 May 2026 at 10:00."""
    with time_machine.travel(NOW, tick=False):
        yield


def said(**facts):
    card = IncomeCard(Income(**{"source": "benefit"} | facts))
    return card.text, [step.state for step in card.steps]


GRANTED = {"applied_on": APRIL, "decided_on": MAY, "decision": "granted"}
STANDS = [
    ({}, ("Not applied for yet", [])),
    (
        {"applied_on": date(2026, 5, 2)},
        ("Applied 2 May, waiting for 10 days", ["done", "current", "later"]),
    ),
    (
        {"applied_on": APRIL},
        ("Applied 3 Apr, waiting for 5 weeks", ["done", "current", "later"]),
    ),
    (
        GRANTED,
        (
            "Granted 5 May after 4 weeks, nothing paid yet",
            ["done", "done", "current"],
        ),
    ),
    (GRANTED | {"decision": "turned_down"}, ("Turned down 5 May, after 4 weeks", [])),
    (
        GRANTED | {"first_payment_on": date(2026, 5, 8)},
        ("Paid since 8 May, 5 weeks after applying", []),
    ),
    (
        GRANTED | {"first_payment_on": date(2026, 5, 25)},
        ("First payment expected 25 May", ["done", "done", "current"]),
    ),
    (
        {
            "source": "bridging",
            "first_payment_on": APRIL,
            "ended_on": date(2026, 5, 29),
        },
        ("Paid since 3 Apr, last day 29 May", []),
    ),
    ({"source": "wages"}, ("", [])),
]


@pytest.mark.parametrize(("facts", "expected"), STANDS)
def test_it_says_how_far_it_is_and_how_long_that_took(facts, expected):
    assert said(**facts) == expected


BROKEN = [
    {"decided_on": MAY},
    {"decision": "granted"},
    {"decided_on": MAY, "decision": "granted"},
    {"applied_on": MAY, "decided_on": APRIL, "decision": "granted"},
    {"applied_on": MAY, "first_payment_on": APRIL},
    {"first_payment_on": MAY, "ended_on": APRIL},
    {"source": "gambling"},
]


def test_the_database_refuses_steps_out_of_order(mirela, anouk):
    taken = []
    for facts in BROKEN:
        try:
            with transaction.atomic():
                MakeIncome(trajectory=mirela, recorded_by=anouk, **facts)
            taken.append(facts)
        except IntegrityError:
            continue

    assert taken == []


def test_noting_writes_one_row(as_anouk, anouk, mirela):
    answer = as_anouk.post(
        page("income-new", mirela),
        {"source": "benefit", "applied_on": "2026-04-03", "note": "Waits for a letter"},
    )

    row = Income.objects.get()
    assert answer.headers["Location"] == page("income", mirela)
    assert (row.trajectory, row.recorded_by, row.source) == (mirela, anouk, "benefit")
    assert (row.applied_on, row.note) == (APRIL, "Waits for a letter")


BAD = [
    ({"source": ""}, {"source": ["Choose what the income comes from."]}),
    ({"source": "gambling"}, {"source"}),
    ({"note": "a\0b"}, {"note"}),
    ({"note": "a" * 10_000}, {"note"}),
    ({"applied_on": "1900-01-01"}, {"applied_on": ["Check the year of this date."]}),
    (
        {"applied_on": "2026-05-13"},
        {"applied_on": ["The date is in the future. Choose today or earlier."]},
    ),
    (
        {"applied_on": "2026-05-05", "first_payment_on": "2026-04-01"},
        {"first_payment_on": ["A payment comes after the application."]},
    ),
    (
        {"applied_on": "2026-04-03", "decided_on": "2026-05-05"},
        {"decision": ["Choose what was decided."]},
    ),
    ({"decision": "granted"}, {"decided_on": ["Choose the day of the decision."]}),
    (
        {"decided_on": "2026-05-05", "decision": "granted"},
        {"applied_on": ["Choose the day of the application."]},
    ),
    (
        {"first_payment_on": "2026-05-05", "ended_on": "2026-05-01"},
        {"ended_on": ["The last day comes after the other days."]},
    ),
]


def test_bad_input_is_told_beside_its_field_and_kept(as_anouk, mirela):
    for changes, expected in BAD:
        typed = {"source": "benefit"} | changes

        form = as_anouk.post(page("income-new", mirela), typed).context["form"]

        errors = form.errors if isinstance(expected, dict) else set(form.errors)
        assert errors == expected
        assert {name: form[name].value() for name in typed} == typed
    assert not Income.objects.exists()


def test_who_comes_second_sees_both_texts(as_anouk, anouk, mirela):
    row = MakeIncome(trajectory=mirela, recorded_by=anouk, note="Theirs")
    row.save_over(1)

    answer = as_anouk.post(
        page("income-edit", mirela, row.pk),
        {"source": "benefit", "note": "Mine", "decision": "", "version": "1"},
    )

    assert answer.status_code == 409
    assert answer.context["theirs"] == [Side("What else matters?", "Theirs")]
    assert answer.context["yours"] == [Side("What else matters?", "Mine")]
    assert Income.objects.get().note == "Theirs"


def test_ending_keeps_the_row_with_its_last_day(as_anouk, anouk, mirela):
    row = MakeIncome(trajectory=mirela, recorded_by=anouk, applied_on=APRIL)
    url = page("income-end", mirela, row.pk)

    early = as_anouk.post(url, {"ended_on": "2026-04-01", "version": "1"})
    as_anouk.post(url, {"ended_on": "2026-05-01", "version": "1"})
    late = as_anouk.post(url, {"ended_on": "2026-05-02", "version": "1"})

    assert early.context["form"].errors == {
        "ended_on": ["Something else that is noted comes later. Choose a later day."]
    }
    assert late.status_code == 409
    assert Income.objects.get().ended_on == date(2026, 5, 1)
    assert as_anouk.get(page("income", mirela)).context["running"] == []


def test_the_note_is_sealed_in_its_column(mirela, anouk):
    MakeIncome(trajectory=mirela, recorded_by=anouk, note="Fifty a week")

    with connection.cursor() as cursor:
        cursor.execute("SELECT note FROM participants_income")
        assert "Fifty" not in cursor.fetchone()[0]


def test_a_closed_dossier_takes_no_more(as_anouk, anouk, mirela):
    mirela.enter("dropped_out", anouk, reason="moved", destination="unknown")

    answer = as_anouk.post(page("income-new", mirela), {"source": "wages"})

    assert (answer.status_code, Income.objects.count()) == (409, 0)


def test_cover_reads_but_does_not_write(client, cover, joost, mirela):
    client.force_login(joost)

    assert client.get(page("income", mirela)).status_code == 200
    assert client.get(page("income-new", mirela)).status_code == 403


def test_the_overview_shows_what_runs(as_anouk, anouk, mirela):
    MakeIncome(trajectory=mirela, recorded_by=anouk, note="Fifty a week", **GRANTED)
    MakeIncome(trajectory=mirela, recorded_by=anouk, source="wages", ended_on=APRIL)

    shown = as_anouk.get(page("overview", mirela)).context["incomes"]

    assert [(card.title, card.row.note) for card in shown] == [
        ("Benefit", "Fifty a week")
    ]
