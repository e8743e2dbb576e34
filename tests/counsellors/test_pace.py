"""Too many dossiers or searches: one waits, and the line of it stays."""

from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from django.urls import reverse

from counsellors.models import AccessEvent
from counsellors.models.access_event import Action, Ground, Result
from participants.models import Flag
from tests.factories import MakeBreakGlass

NOW = datetime(2026, 5, 12, 13, 0, tzinfo=UTC)
FIND = reverse("participants:find")


@pytest.fixture(autouse=True)
def clock():
    with time_machine.travel(NOW, tick=False):
        yield


@pytest.fixture
def opened(anouk):
    """Lines of Anouk that stand in the log already, a second apart, newest now."""

    def opened(number, newest=NOW, action=Action.OPEN, actor=anouk, **facts):
        moments = [newest - timedelta(seconds=n) for n in range(number)]
        AccessEvent.objects.bulk_create(
            AccessEvent(
                at=moment,
                actor=actor,
                action=action,
                page="x",
                **{"case_code": f"C{n}", "result": Result.GRANTED} | facts,
            )
            for n, moment in enumerate(moments)
        )

    return opened


@pytest.fixture
def answer(as_anouk, mirela):
    """What opening Mirela's dossier is answered."""
    return lambda: as_anouk.get(mirela.participant.get_absolute_url())


def last_line():
    line = AccessEvent.objects.latest("pk")
    return line.result, line.pace


def test_the_sixtieth_dossier_of_an_hour_opens(answer, opened):
    opened(59)

    assert (answer().status_code, last_line()) == (200, ("granted", 60))


def test_the_one_after_it_must_wait_and_shows_nothing(answer, opened, mirela):
    opened(60)

    page = answer()

    assert (page.status_code, last_line()) == (429, ("slowed", 61))
    assert AccessEvent.objects.latest("pk").case_code == mirela.participant.code
    assert AccessEvent.objects.count() == 61
    assert "Mirela" not in page.content.decode()


def test_it_says_when_one_may_go_on_and_then_it_opens(answer, opened):
    opened(60, newest=NOW - timedelta(minutes=50))
    page = answer()
    seconds = int(page["Retry-After"])

    with time_machine.travel(NOW + timedelta(seconds=seconds - 1), tick=False):
        just_before = answer().status_code
    with time_machine.travel(NOW + timedelta(seconds=seconds), tick=False):
        then = answer().status_code

    assert seconds == 10 * 60 - 59
    assert "You can go on after 15:09." in page.content.decode()
    assert (just_before, then) == (429, 200)


def test_what_was_opened_already_opens_again(answer, opened, mirela):
    opened(59)
    opened(1, newest=NOW - timedelta(minutes=2), case_code=mirela.participant.code)

    assert (answer().status_code, last_line()) == (200, ("granted", 60))


def test_a_whole_caseload_opened_again_and_again_never_waits(answer, opened):
    for minutes in range(1, 12):
        opened(25, newest=NOW - timedelta(minutes=minutes))

    assert (answer().status_code, last_line()) == (200, ("granted", 26))


def test_others_and_refusals_do_not_count(answer, opened, joost):
    opened(60, actor=joost)
    opened(60, result=Result.REFUSED)

    assert (answer().status_code, last_line()) == (200, ("granted", 1))


def test_saving_never_waits(as_anouk, opened, mirela):
    opened(60)
    address = reverse("participants:flags", args=[mirela.participant.code])

    as_anouk.post(address, {"text": "A dog.", "review_on": "2026-06-01"})

    assert (Flag.objects.count(), last_line()) == (1, ("granted", 61))


def test_an_emergency_never_waits(client, opened, joost, mirela):
    opened(60, actor=joost)
    MakeBreakGlass(participant=mirela.participant, user=joost)
    client.force_login(joost)

    assert client.get(mirela.participant.get_absolute_url()).status_code == 200
    assert AccessEvent.objects.latest("pk").ground == Ground.BREAK_GLASS
    assert last_line() == ("granted", 61)


@pytest.mark.parametrize(
    ("earlier", "newest", "status"),
    [
        (29, NOW, 200),
        (30, NOW, 429),
        (30, NOW - timedelta(minutes=9, seconds=31), 200),
        (30, NOW - timedelta(minutes=9, seconds=30), 429),
    ],
)
def test_thirty_searches_in_ten_minutes_and_no_more(
    as_anouk, opened, mirela, earlier, newest, status
):
    opened(earlier, newest, Action.SEARCH, case_code="")

    assert as_anouk.post(FIND, {"q": "nobody"}).status_code == status
