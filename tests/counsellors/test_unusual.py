"""What asks for a question: each rule just before, at and after its threshold."""

from datetime import UTC, datetime, timedelta

import pytest
import time_machine

from counsellors import unusual
from counsellors.models import AccessEvent
from counsellors.models.access_event import Action, Result
from counsellors.pace import DOSSIERS, SEARCHES
from tests.statements import counted

NOON = datetime(2026, 5, 12, 10, 0, tzinfo=UTC)
PAGE = "/access-log/unusual/"
MINUTE = timedelta(minutes=1)


@pytest.fixture(autouse=True)
def may():
    with time_machine.travel(NOON + timedelta(days=3), tick=False):
        yield


@pytest.fixture
def line(anouk, waterveen):
    def line(at=NOON, **facts):
        facts = {
            "actor": anouk,
            "programme": waterveen,
            "action": Action.OPEN,
            "result": Result.GRANTED,
            "page": "x",
            "case_code": "AAA-AAAA",
        } | facts
        return AccessEvent.objects.create(at=at, **facts)

    return line


def found(rule):
    return [finding.count for finding in rule(AccessEvent.objects.all())]


def test_more_dossiers_in_an_hour_than_the_limit(line):
    line(pace=DOSSIERS.most)
    before = found(unusual.many_dossiers)
    line(NOON + MINUTE, pace=DOSSIERS.most + 1)
    line(NOON + 2 * MINUTE, pace=DOSSIERS.most + 5, result=Result.SLOWED)

    assert (before, found(unusual.many_dossiers)) == ([], [DOSSIERS.most + 5])


def test_more_searches_in_ten_minutes_than_the_limit(line):
    facts = {"action": Action.SEARCH, "case_code": ""}
    line(pace=SEARCHES.most, **facts)
    before = found(unusual.many_searches)
    line(NOON + MINUTE, pace=SEARCHES.most + 1, **facts)

    assert (before, found(unusual.many_searches)) == ([], [SEARCHES.most + 1])
    assert found(unusual.many_dossiers) == []


@pytest.mark.parametrize(
    ("number", "last", "counts"),
    [
        (4, timedelta(minutes=3), []),
        (5, timedelta(minutes=9, seconds=59), [5]),
        (5, timedelta(minutes=10), []),
        (7, timedelta(minutes=9), [7]),
    ],
)
def test_five_searches_that_found_nobody_within_ten_minutes(line, number, last, counts):
    facts = {"action": Action.SEARCH, "case_code": "", "result_count": 0}
    for n in range(number):
        line(NOON + last * n / (number - 1), **facts)

    assert found(unusual.empty_searches) == counts


def test_a_search_that_found_someone_is_none_of_them(line):
    for n in range(5):
        line(NOON + n * MINUTE, action=Action.SEARCH, result_count=1)

    assert found(unusual.empty_searches) == []


def test_five_refusals_within_ten_minutes_of_one_person(line, joost):
    for n in range(4):
        line(NOON + n * MINUTE, result=Result.REFUSED)
        line(NOON + n * MINUTE, result=Result.REFUSED, actor=joost)
    before = found(unusual.refusals)
    line(NOON + 4 * MINUTE, result=Result.REFUSED)
    line(NOON + timedelta(hours=2), result=Result.REFUSED)

    assert (before, found(unusual.refusals)) == ([], [5])


def test_refusals_that_name_no_case_count_as_well(line):
    for n in range(5):
        line(NOON + n * MINUTE, result=Result.REFUSED, case_code="")

    assert (found(unusual.refusals), found(unusual.guesses)) == ([5], [])


@pytest.mark.parametrize(
    ("clock", "counts"),
    [
        ("20:59:59", []),
        ("21:00:00", [1]),
        ("03:59:59", [1]),
        ("04:00:00", []),
    ],
)
def test_a_dossier_opened_between_eleven_and_six(line, clock, counts):
    line(datetime.fromisoformat(f"2026-05-12T{clock}+00:00"))

    assert found(unusual.at_night) == counts


def test_a_night_is_one_finding_with_its_dossiers(line):
    for hour, code in ((21, "ONE"), (23, "TWO"), (27, "TWO")):
        line(NOON.replace(hour=0) + timedelta(hours=hour), case_code=code)

    assert found(unusual.at_night) == [2]


def test_a_closed_dossier_that_is_opened(line):
    line(was_closed=False)
    line(was_closed=True, case_code="ONE")
    line(was_closed=True, case_code="ONE")
    line(was_closed=True, case_code="TWO")

    assert sorted(found(unusual.after_closing)) == [1, 2]


def test_opening_a_closed_dossier_says_so_in_its_line(client, anouk, mirela):
    mirela.enter("dropped_out", by=anouk, reason="lost_contact", destination="unknown")
    client.force_login(anouk)

    client.get(mirela.participant.get_absolute_url())

    assert AccessEvent.objects.latest("pk").was_closed


def test_the_page_shows_the_month_that_is_asked(client, pim, line):
    client.force_login(pim)
    line(NOON.replace(month=4, hour=22), case_code="K7Q-M4F2", was_closed=True)

    shown = [
        "A dossier that is closed" in client.get(PAGE, asked).content.decode()
        for asked in ({}, {"month": "2026-04-01"}, {"month": "x"})
    ]

    assert shown == [False, True, False]
    reading = AccessEvent.objects.filter(actor=pim).order_by("pk")[1]
    assert (reading.kind, reading.case_codes) == ("access_event", ["K7Q-M4F2"])


@pytest.mark.parametrize("lines", [1, 30])
def test_it_takes_eleven_statements(client, pim, line, lines):
    client.force_login(pim)
    for n in range(lines):
        line(NOON + n * timedelta(hours=1), was_closed=True)

    with counted() as statements:
        client.get(PAGE)

    assert len(statements) == 11, statements
