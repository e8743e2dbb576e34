"""What the first page of a dossier promises: what is now, and what it costs to read."""

from datetime import timedelta

import pytest
from django.utils import timezone, translation

from exitprog.life_areas import LifeArea
from participants.area_lines import area_lines
from participants.consent_words import sharing_sentence
from participants.involved import involved
from participants.models import Assessment, Consent, SessionTouch
from participants.models.trajectory import PHASES
from participants.phase_steps import phase_steps
from tests.factories import (
    MakeAgency,
    MakeAppointment,
    MakeAssessment,
    MakeBottleneck,
    MakeConsent,
    MakeContact,
    MakeDaytime,
    MakeFlag,
    MakeIncome,
    MakeSafeContact,
    MakeSession,
    make_order,
)
from tests.statements import counted

TODAY = timezone.localdate()
STORY = "She told what happened at the desk and what she wants to do about it now. "


def days_ago(days):
    return TODAY - timedelta(days=days)


@pytest.fixture
def url(mirela):
    return f"/participants/{mirela.participant.code}/"


@pytest.fixture
def page(as_anouk, url):
    return lambda: as_anouk.get(url)


@pytest.fixture(autouse=True)
def english():
    with translation.override("en"):
        yield


def make_big(mirela, anouk, size):
    """A dossier with `size` of everything, three scores in every life area."""
    agencies = [MakeAgency(name=f"Agency {number}") for number in range(size)]
    titles = [f"A bottleneck with a long enough title {n}" for n in range(size)]
    bottlenecks = make_order(mirela, *titles)
    for number, agency in enumerate(agencies):
        session = MakeSession(
            trajectory=mirela,
            author=anouk,
            on=days_ago(number),
            what_happened=STORY * 9,
        )
        SessionTouch.objects.create(
            session=session,
            bottleneck=bottlenecks[number],
            severity_before=3,
            severity_after=4,
        )
        facts = {"on": days_ago(number), "promise": STORY}
        MakeContact(trajectory=mirela, author=anouk, agency=agency, **facts)
        MakeConsent(participant=mirela.participant, recorded_by=anouk, agency=agency)
        MakeIncome(trajectory=mirela, recorded_by=anouk, note=STORY[:99])
        MakeDaytime(trajectory=mirela, recorded_by=anouk, what=STORY[:99])
    MakeAppointment(trajectory=mirela, planned_by=anouk)
    for area in LifeArea:
        for level in [1, 2, 3]:
            MakeAssessment(
                trajectory=mirela, recorded_by=anouk, life_area=area, level=level
            )
    for _number in range(40 - size if size > 3 else 0):
        MakeSession(trajectory=mirela, author=anouk, on=days_ago(60))


@pytest.mark.parametrize("size", [3, 12])
def test_it_takes_the_same_statements_at_any_size(page, mirela, anouk, size):
    make_big(mirela, anouk, size)
    MakeSafeContact(participant=mirela.participant, recorded_by=anouk)
    MakeFlag(participant=mirela.participant, raised_by=anouk)
    mirela.enter("aftercare", anouk)

    with counted() as statements:
        page()

    assert len(statements) == 14


def test_a_big_dossier_stays_a_small_page(page, mirela, anouk):
    make_big(mirela, anouk, 12)

    assert len(page().content) <= 60_000


def test_only_now_is_worked_on(page, mirela):
    make_order(mirela, "First", "Second", lanes=["now", "next"])

    assert [row.title for row in page().context["now"]] == ["First"]


def test_an_empty_dossier_asks_the_first_question(page):
    text = "what would you like to have sorted first?"

    assert page().content.decode().count(text) == 1


def test_an_empty_dossier_of_a_stand_in_offers_no_writing(client, cover, joost, url):
    client.force_login(joost)

    assert "Add a bottleneck" not in client.get(url).content.decode()


def test_an_area_runs_from_the_first_score_to_the_latest(mirela, anouk):
    for level, days in [(1, 90), (4, 40), (3, 1)]:
        MakeAssessment(
            trajectory=mirela,
            recorded_by=anouk,
            level=level,
            measured_on=days_ago(days),
        )

    line = area_lines(Assessment.objects.oldest_first()).lines[2]

    assert (line.intake, line.now, line.word) == (1, 3, "unstable")


def test_her_own_score_stands_beside_the_counsellors(mirela, anouk):
    MakeAssessment(trajectory=mirela, recorded_by=anouk, level=2)
    MakeAssessment(
        trajectory=mirela, recorded_by=anouk, level=4, assessed_by="participant"
    )

    line = area_lines(Assessment.objects.oldest_first()).lines[2]

    assert (line.now, line.voice) == (2, 4)


def test_an_area_that_was_not_discussed_keeps_the_level_before(mirela, anouk):
    MakeAssessment(
        trajectory=mirela, recorded_by=anouk, level=2, measured_on=days_ago(9)
    )
    MakeAssessment(trajectory=mirela, recorded_by=anouk, level=None)

    assert area_lines(Assessment.objects.oldest_first()).lines[2].now == 2


def test_all_twelve_areas_stand_in_the_house_order():
    assert [line.area for line in area_lines([]).lines] == list(LifeArea)


def test_an_area_never_discussed_says_so(page, mirela, anouk):
    MakeAssessment(trajectory=mirela, recorded_by=anouk)

    assert page().content.decode().count("not discussed") == 11


@pytest.mark.parametrize(
    ("facts", "said"),
    [
        ({"answer_due": days_ago(2), "on": days_ago(9)}, ("danger", "Answer was due")),
        ({"answer_due": TODAY, "on": days_ago(9)}, ("warn", "Answer due today, as")),
        ({"outcome": "attempt"}, ("warn", "Not reached on")),
        ({"promise": "A place in May"}, ("good", "Last contact t")),
    ],
)
def test_an_agency_shows_what_it_owes(mirela, anouk, facts, said):
    MakeContact(trajectory=mirela, author=anouk, **facts)

    item = involved(anouk, mirela, [])[0]

    assert (item.tone, item.text[: len(said[1])]) == said


def test_an_agency_that_a_bottleneck_waits_for_is_involved(mirela, anouk):
    waiting = MakeBottleneck(
        trajectory=mirela,
        title="A postal address",
        waiting_on="agency",
        waiting_agency=MakeAgency(name="The desk"),
        waiting_since=TODAY,
    )

    item = involved(anouk, mirela, [waiting])[0]

    assert (item.agency.name, item.text) == (
        "The desk",
        "Waiting since today: A postal address",
    )


def test_an_answer_that_came_is_no_longer_owed(mirela, anouk):
    asked = MakeContact(trajectory=mirela, author=anouk, answer_due=days_ago(1))
    MakeContact(trajectory=mirela, author=anouk, agency=asked.agency, answers=asked)

    assert [item.tone for item in involved(anouk, mirela, [])] == ["good"]


def test_late_agencies_come_first(mirela, anouk):
    MakeContact(trajectory=mirela, author=anouk, agency=MakeAgency(name="A"))
    late = MakeContact(trajectory=mirela, author=anouk, answer_due=days_ago(1))

    names = [item.agency.name for item in involved(anouk, mirela, [])]

    assert names == [late.agency.name, "A"]


def test_sharing_names_those_who_may_know(mirela, anouk):
    for name in ["The desk", "The bank"]:
        MakeConsent(
            participant=mirela.participant,
            recorded_by=anouk,
            agency=MakeAgency(name=name),
            recorded_at=timezone.now(),
        )

    said = sharing_sentence(
        Consent.objects.order_by("agency__name"), mirela.participant
    )

    assert said == (
        "Mirela agrees to sharing with The bank and The desk. "
        "Ask her first for anyone else."
    )


def test_without_consent_she_is_asked_first(mirela):
    assert sharing_sentence([], mirela.participant) == (
        "Mirela has not agreed to sharing yet. Ask her first."
    )


def test_the_strip_stands_at_the_phase(mirela):
    mirela.state = "planning"

    states = [step.state for step in phase_steps(mirela)]

    assert states == ["done", "done", "current", "later", "later"]


def test_on_hold_stands_where_it_will_go_on(mirela, anouk):
    mirela.enter("on_hold", anouk)

    assert phase_steps(mirela)[PHASES.index("support")].state == "current"


def test_what_ended_on_the_way_has_no_strip(mirela, anouk):
    mirela.enter("dropped_out", anouk, reason="moved", destination="unknown")

    assert phase_steps(mirela) == []


def test_the_five_newest_are_shown(page, mirela, anouk):
    made = [
        MakeSession(trajectory=mirela, author=anouk, on=days_ago(day))
        for day in range(7)
    ]

    shown = [entry.pk for entry in page().context["entries"]]

    assert shown == [str(session.pk) for session in made[:5]]


def test_reading_is_one_line_in_the_log(page, anouk):
    page()

    lines = anouk.access_events.values_list("action", "page", "field_groups")
    assert list(lines) == [
        (
            "open",
            "participants:overview",
            [
                "alias",
                "safety",
                "titles",
                "notes",
                "contact",
                "words",
                "assessments",
                "income",
                "daytime",
            ],
        )
    ]
