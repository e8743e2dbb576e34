"""What needs the counsellor: each rule just before, at and just after its moment."""

from datetime import date, datetime, timedelta

import pytest
import time_machine

from participants.caseload import Row
from participants.models import (
    AgencyContact,
    Appointment,
    Bottleneck,
    BreakGlass,
    Draft,
    Handover,
    Participant,
    SafeContact,
    Trajectory,
)
from participants.needs_you import (
    RULES,
    Case,
    answer_overdue,
    broken_glass,
    deadline_near,
    draft_kept,
    needs_of,
    no_next_date,
    not_seen,
    offered,
    past_without_a_note,
    safety_check_overdue,
)
from tests.factories import MakeAgency, MakeUser

TODAY = date(2026, 5, 12)
NOW = datetime.fromisoformat("2026-05-12T10:00:00+02:00")
MIRELA = Participant(alias="Mirela", code="K7Q-M4F2")


@pytest.fixture(autouse=True)
def _tuesday():
    """Every test runs on Tuesday 12 May 2026 at 10:00."""
    with time_machine.travel(NOW, tick=False):
        yield


def ago(days):
    return TODAY - timedelta(days=days)


def case(level="care", checked=0, seen=0, state="support", **facts):
    """Someone seen and asked today, unless said otherwise."""
    trajectory = Trajectory(participant=MIRELA, state=state, started_on=ago(100))
    trajectory.last_session_on = seen if seen is None else ago(seen)
    contact = SafeContact(participant=MIRELA, level=level, checked_on=ago(checked))
    row = Row(trajectory, contact, None, [], TODAY)
    return Case(row, **facts)


def texts(rule, found):
    return [need.text for need in rule(found)]


def appointment(text, minutes=60):
    starts_at = datetime.fromisoformat(text)
    return Appointment(starts_at=starts_at, minutes=minutes, kind="office")


@pytest.mark.parametrize(
    ("level", "days", "text"),
    [
        ("acute", 6, []),
        ("acute", 7, []),
        ("acute", 8, ["safe contact was discussed 8 days ago."]),
        ("care", 29, []),
        ("care", 30, []),
        ("none_known", 31, ["safe contact was discussed 31 days ago."]),
        ("not_asked", 0, ["safe contact not asked yet."]),
    ],
)
def test_a_safety_check_is_overdue_after_a_week_or_a_month(level, days, text):
    assert texts(safety_check_overdue, case(level, days)) == text


@pytest.mark.parametrize(
    ("days", "text"),
    [
        (8, []),
        (7, ["objection, Tuesday 19 May (in 7 days)."]),
        (6, ["objection, Monday 18 May (in 6 days)."]),
        (0, ["objection, Tuesday 12 May (today)."]),
        (-1, ["objection, Monday 11 May (1 day ago)."]),
    ],
)
def test_a_deadline_is_near_from_a_week_ahead(days, text):
    row = Bottleneck(title="Benefit", deadline=ago(-days), deadline_what="objection")

    assert texts(deadline_near, case(bottlenecks=[row])) == text


def test_a_deadline_passed_is_red_and_without_words_takes_the_title():
    row = Bottleneck(title="Benefit", deadline=ago(1))

    [need] = deadline_near(case(bottlenecks=[row]))

    assert (need.tone, need.text) == ("danger", "Benefit, Monday 11 May (1 day ago).")


def test_a_bottleneck_without_a_deadline_asks_nothing():
    assert texts(deadline_near, case(bottlenecks=[Bottleneck(title="Benefit")])) == []


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("days", "text"),
    [
        (-1, []),
        (0, []),
        (1, ["the answer of Het Anker is 1 day late."]),
        (2, ["the answer of Het Anker is 2 days late."]),
    ],
)
def test_an_answer_is_overdue_the_day_after(days, text):
    agency = MakeAgency(name="Het Anker")
    row = AgencyContact(agency=agency, answer_due=ago(days))

    assert texts(answer_overdue, case(owed=[row])) == text


@pytest.mark.parametrize(
    ("days", "text"),
    [(13, []), (14, []), (15, ["not seen for 15 days."])],
)
def test_not_seen_begins_after_fourteen_days(days, text):
    assert texts(not_seen, case(seen=days)) == text


def test_who_was_never_seen_counts_from_the_start():
    assert texts(not_seen, case(seen=None)) == ["not seen for 100 days."]


def test_an_appointment_to_come_answers_not_seen():
    planned = [appointment("2026-05-20T10:00+02:00")]

    assert texts(not_seen, case(seen=40, appointments=planned)) == []


@pytest.mark.parametrize(
    ("starts_at", "count"),
    [
        ("2026-05-12T09:01+02:00", 0),
        ("2026-05-12T09:00+02:00", 1),
        ("2026-05-12T08:59+02:00", 1),
    ],
)
def test_a_note_is_missed_once_the_appointment_is_over(starts_at, count):
    found = case(appointments=[appointment(starts_at)])

    assert len(texts(past_without_a_note, found)) == count


@pytest.mark.django_db
def test_a_draft_leads_back_to_its_form():
    draft = Draft(
        participant=MIRELA, form="session-new", saved_at=NOW - timedelta(days=1)
    )

    [need] = draft_kept(case(drafts=[draft]))

    assert need.text == "draft of Monday 11 May: session."
    assert need.url == draft.get_absolute_url()
    assert texts(draft_kept, case()) == []


@pytest.mark.parametrize(("days", "text"), [(1, ["no next date."]), (0, []), (-1, [])])
def test_a_dated_step_is_a_next_date_until_its_day_is_over(days, text):
    row = Bottleneck(title="Benefit", next_step="Call", next_step_on=ago(days))

    assert texts(no_next_date, case(bottlenecks=[row])) == text


@pytest.mark.parametrize(
    ("starts_at", "text"),
    [
        ("2026-05-12T09:00+02:00", ["no next date."]),
        ("2026-05-12T09:01+02:00", []),
        ("2026-05-20T09:00+02:00", []),
    ],
)
def test_an_appointment_is_a_next_date_until_it_is_over(starts_at, text):
    found = case(appointments=[appointment(starts_at)])

    assert texts(no_next_date, found) == text


def test_on_hold_and_unseen_do_not_ask_for_a_date_as_well():
    assert texts(no_next_date, case(state="on_hold")) == []
    assert texts(no_next_date, case(seen=15)) == []


def test_the_rules_rank_and_within_a_rule_the_most_urgent_comes_first():
    late, soon = (
        Bottleneck(title=title, deadline=ago(days))
        for title, days in [("Late", 2), ("Soon", -3)]
    )
    found = needs_of([case(seen=20, bottlenecks=[soon, late]), case("acute", 9)])

    assert [need.icon for need in found] == [
        "acute",
        "clock",
        "clock",
        "people",
        "calendar",
    ]
    assert found[1].text.startswith("Late")


def test_each_rule_stands_in_the_order_of_the_list():
    assert [rule.__name__ for rule in RULES] == [
        "safety_check_overdue",
        "deadline_near",
        "answer_overdue",
        "not_seen",
        "past_without_a_note",
        "draft_kept",
        "no_next_date",
    ]


@pytest.mark.django_db
def test_an_offered_dossier_asks_for_an_answer_and_names_nobody():
    giver = MakeUser(name="Joost")
    offer = Handover(participant=MIRELA, from_user=giver, to_user=MakeUser())
    offer.case_code = MIRELA.code

    need = offered(offer)

    assert (need.who, need.text) == ("K7Q-M4F2", "Joost offers you this dossier.")


@pytest.mark.django_db
def test_broken_glass_is_told_to_the_counsellor_and_asks_the_opener_for_a_note():
    joost, anouk = MakeUser(name="Joost"), MakeUser()
    opened = BreakGlass(participant=MIRELA, user=joost)
    opened.case_code = MIRELA.code

    [told] = broken_glass(opened, anouk, {MIRELA.pk: "Mirela"})
    [asked] = broken_glass(opened, joost, {})
    opened.note = "She was safe."

    assert told.text == "Joost opened this dossier in an emergency."
    assert (told.who, asked.who) == ("Mirela", "K7Q-M4F2")
    assert asked.verb == "Write what you did"
    assert list(broken_glass(opened, joost, {})) == []


def named(alias, **facts):
    found = case(**facts)
    found.row.trajectory.participant = Participant(alias=alias, code="K7Q-M4F2")
    return found


def test_safety_checks_that_are_alike_are_one_line_where_the_first_stood():
    old = [named(alias, checked=40) for alias in ["Ann", "Bea", "Cas", "Dee", "Eve"]]
    unasked = [named(alias, level="not_asked") for alias in ["Fay", "Gia"]]

    needs = [need for need in needs_of([*old, *unasked]) if "safe" in need.text]

    assert [(need.who, need.text, need.url) for need in needs] == [
        ("Fay and Gia", "safe contact not asked yet.", "/participants/?show=check"),
        (
            "Ann, Bea, Cas and 2 more",
            "safe contact was discussed more than a month ago.",
            "/participants/?show=check",
        ),
    ]


def test_acute_danger_and_one_check_alone_keep_their_own_line():
    acute = [named(alias, level="acute", checked=9) for alias in ["Ann", "Bea"]]

    needs = needs_of([*acute, named("Cas", checked=40)])

    assert [need.who for need in needs if "safe" in need.text] == ["Ann", "Bea", "Cas"]
