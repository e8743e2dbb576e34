"""What the timeline promises: everything once, newest first, whatever the page."""

from datetime import timedelta

import pytest
from django.utils import timezone

from participants.models import (
    OrderDecision,
    SessionTouch,
    TrajectoryStep,
)
from participants.timeline import KINDS, page_of
from participants.timeline_entries import entries_of
from tests.factories import (
    MakeAgency,
    MakeAppointment,
    MakeAssessment,
    MakeBottleneck,
    MakeConsent,
    MakeContact,
    MakeDaytime,
    MakeDraft,
    MakeFlag,
    MakeIncome,
    MakeSafeContact,
    MakeSession,
)
from tests.statements import counted

TODAY = timezone.localdate()


@pytest.fixture
def titles(anouk, mirela):
    """The headings of the first page, of those kinds."""

    def read(*kinds):
        keys = page_of(anouk, mirela, kinds or tuple(KINDS)).keys
        return [str(entry.title) for entry in entries_of(anouk, mirela, keys)]

    return read


@pytest.fixture
def url(mirela):
    return f"/participants/{mirela.participant.code}/timeline/"


def sessions(mirela, anouk, count):
    return [
        MakeSession(trajectory=mirela, author=anouk, on=TODAY - timedelta(days=day))
        for day in range(count)
    ]


def one_of_each(mirela, anouk):
    """One line of every kind, on one day."""
    person = {"participant": mirela.participant}
    MakeSession(trajectory=mirela, author=anouk)
    MakeContact(trajectory=mirela, author=anouk, agency=MakeAgency(name="The desk"))
    TrajectoryStep.objects.create(
        trajectory=mirela, from_state="intake", to_state="planning", on=TODAY, by=anouk
    )
    OrderDecision.objects.create(
        trajectory=mirela, order=[], participant="agrees", by=anouk
    )
    MakeAssessment(trajectory=mirela, recorded_by=anouk)
    MakeSafeContact(recorded_by=anouk, **person)
    MakeConsent(recorded_by=anouk, agency=MakeAgency(name="The bank"), **person)
    MakeFlag(raised_by=anouk, **person)
    MakeAppointment(trajectory=mirela, planned_by=anouk)
    MakeIncome(trajectory=mirela, recorded_by=anouk, applied_on=TODAY)
    MakeDaytime(trajectory=mirela, recorded_by=anouk)


def test_every_kind_has_its_line(titles, mirela, anouk):
    one_of_each(mirela, anouk)

    assert sorted(titles()) == [
        "Agreed: to share with The bank",
        "Applied for: Benefit",
        "Appointment planned",
        "Begun: Volunteer work",
        "Flag",
        "Life areas looked at",
        "Order agreed",
        "Phase: Plan",
        "Safe contact discussed",
        "Session",
        "The desk",
    ]


@pytest.mark.parametrize(
    ("kind", "title"),
    [
        ("session", "Session"),
        ("appointment", "Appointment planned"),
        ("income", "Applied for: Benefit"),
        ("daytime", "Begun: Volunteer work"),
        ("contact", "The desk"),
        ("phase", "Phase: Plan"),
        ("order", "Order agreed"),
        ("assessment", "Life areas looked at"),
        ("safety", "Safe contact discussed"),
        ("consent", "Agreed: to share with The bank"),
        ("flag", "Flag"),
    ],
)
def test_a_kind_shows_its_own_lines_alone(titles, mirela, anouk, kind, title):
    one_of_each(mirela, anouk)

    assert titles(kind) == [title]


def test_what_ended_is_a_line_of_its_own(titles, mirela, anouk):
    agency = MakeAgency(name="The bank")
    consent = MakeConsent(
        participant=mirela.participant, recorded_by=anouk, agency=agency
    )
    consent.withdraw()
    MakeFlag(participant=mirela.participant, raised_by=anouk).remove(anouk, "Done")

    assert sorted(titles()) == [
        "Agreed: to share with The bank",
        "Ended: to share with The bank",
        "Flag",
        "Flag taken down",
    ]


def test_the_newest_day_comes_first_however_late_it_was_noted(anouk, mirela):
    newer = MakeSession(trajectory=mirela, author=anouk, on=TODAY)
    older = MakeSession(trajectory=mirela, author=anouk, on=TODAY - timedelta(days=3))

    keys = page_of(anouk, mirela).keys

    assert [key.ref for key in keys] == [str(newer.pk), str(older.pk)]


def test_scores_of_one_day_are_one_line(titles, mirela, anouk):
    for area in ["income", "debts", "housing"]:
        MakeAssessment(trajectory=mirela, recorded_by=anouk, life_area=area)

    assert titles() == ["Life areas looked at"]


def test_a_draft_never_stands_here(titles, mirela, anouk):
    MakeDraft(author=anouk, participant=mirela.participant)

    assert titles() == []


def test_a_touched_bottleneck_shows_its_change(anouk, mirela):
    session = MakeSession(trajectory=mirela, author=anouk)
    bottleneck = MakeBottleneck(trajectory=mirela, title="Own room", severity=5)
    SessionTouch.objects.create(
        session=session,
        bottleneck=bottleneck,
        change="worse",
        severity_before=4,
        severity_after=5,
    )

    entry = entries_of(anouk, mirela, page_of(anouk, mirela).keys)[0]

    assert [(tag.text, tag.tone) for tag in entry.tags] == [
        ("Own room: 4 to 5", "danger")
    ]


def test_a_late_answer_is_marked_until_it_came(anouk, mirela):
    asked = MakeContact(
        trajectory=mirela, author=anouk, answer_due=TODAY - timedelta(days=1)
    )
    before = entries_of(anouk, mirela, page_of(anouk, mirela).keys)[0].tags
    MakeContact(trajectory=mirela, author=anouk, agency=asked.agency, answers=asked)

    entries = entries_of(anouk, mirela, page_of(anouk, mirela).keys)

    assert ([tag.tone for tag in before], [e.tags for e in entries]) == (
        ["danger"],
        [[], []],
    )


def test_a_stranger_gets_no_keys(mirela, joost, anouk):
    one_of_each(mirela, anouk)

    assert page_of(joost, mirela).keys == []


def test_cover_reads_the_timeline(client, cover, joost, url):
    client.force_login(joost)

    assert client.get(url).status_code == 200


def test_reading_is_one_line_in_the_log(as_anouk, anouk, url):
    as_anouk.get(url)

    lines = anouk.access_events.values_list("action", "page", "field_groups")
    assert list(lines) == [
        (
            "open",
            "participants:timeline",
            ["alias", "safety", "titles", "notes", "words", "income", "daytime"],
        )
    ]


def test_the_query_asks_for_agency_contacts_on_their_own_tab(as_anouk, url):
    page = as_anouk.get(f"{url}?kind=contact").content.decode()

    assert "<title>Agency contacts · Koers</title>" in page


def plan(mirela, anouk, days, **facts):
    starts_at = timezone.now() + timedelta(days=days)
    row = MakeAppointment(trajectory=mirela, planned_by=anouk, starts_at=starts_at)
    for name, value in facts.items():
        setattr(row, name, value)
    row.save()
    return row


def test_an_appointment_says_what_became_of_it(titles, mirela, anouk):
    plan(mirela, anouk, 9).move_to(timezone.now() + timedelta(days=20), anouk)
    plan(mirela, anouk, 8).cancel("participant")
    plan(mirela, anouk, -8)
    logged = plan(mirela, anouk, -9)
    MakeSession(
        trajectory=mirela, author=anouk, appointment=logged, attendance="missed"
    )

    assert titles("appointment") == [
        "Appointment planned",
        "Appointment moved",
        "Appointment called off",
        "Appointment without a note",
    ]
    assert titles("session") == ["Session missed"]


def test_the_steps_of_an_income_on_one_day_stand_in_their_order(titles, mirela, anouk):
    steps = ["applied_on", "decided_on", "first_payment_on", "ended_on"]
    days = dict.fromkeys(steps, TODAY)
    facts = {"trajectory": mirela, "recorded_by": anouk}
    MakeIncome(decision="granted", **days, **facts)
    MakeIncome(ended_on=TODAY + timedelta(days=1), **facts)

    assert titles("income") == [
        "Ended: Benefit",
        "First payment: Benefit",
        "Granted: Benefit",
        "Applied for: Benefit",
    ]


def test_what_lies_ahead_of_an_activity_has_not_happened(titles, mirela, anouk):
    facts = {"trajectory": mirela, "recorded_by": anouk}
    MakeDaytime(started_on=TODAY + timedelta(days=1), **facts)
    MakeDaytime(started_on=TODAY, ended_on=TODAY, **facts)

    assert titles("daytime") == ["Ended: Volunteer work", "Begun: Volunteer work"]


@pytest.mark.parametrize("count", [3, 60])
def test_a_page_takes_the_same_statements_at_any_size(
    as_anouk, mirela, anouk, url, count
):
    one_of_each(mirela, anouk)
    sessions(mirela, anouk, count)

    with counted() as statements:
        as_anouk.get(f"{url}?kind=session")

    assert len(statements) == 8
