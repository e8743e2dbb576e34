"""The timeline in pages: every line once, and back to where one came from."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.utils import timezone

from participants.timeline import PAGE_SIZE, Place, page_of
from tests.factories import (
    MakeSession,
)
from tests.statements import counted

TODAY = timezone.localdate()


@pytest.fixture
def url(mirela):
    return f"/participants/{mirela.participant.code}/timeline/"


def sessions(mirela, anouk, count):
    return [
        MakeSession(trajectory=mirela, author=anouk, on=TODAY - timedelta(days=day))
        for day in range(count)
    ]


def test_pages_hold_every_line_once(anouk, mirela):
    made = sessions(mirela, anouk, 2 * PAGE_SIZE + 5)
    pages = [page_of(anouk, mirela)]
    while pages[-1].older:
        pages.append(page_of(anouk, mirela, before=pages[-1].older))

    seen = [key.ref for page in pages for key in page.keys]

    assert seen == [str(session.pk) for session in made]


def test_lines_noted_in_one_moment_are_not_lost_between_pages(anouk, mirela):
    now = datetime(2026, 5, 5, 12, tzinfo=ZoneInfo("UTC"))
    for _number in range(PAGE_SIZE + 3):
        MakeSession(trajectory=mirela, author=anouk, recorded_at=now)

    first = page_of(anouk, mirela)
    second = page_of(anouk, mirela, before=first.older)

    assert len({key.ref for key in first.keys + second.keys}) == PAGE_SIZE + 3


def test_newer_leads_back_to_the_same_page(anouk, mirela):
    sessions(mirela, anouk, 2 * PAGE_SIZE + 5)
    first = page_of(anouk, mirela)
    second = page_of(anouk, mirela, before=first.older)

    assert page_of(anouk, mirela, after=second.newer).keys == first.keys


def test_the_first_page_has_no_newer_and_the_last_no_older(anouk, mirela):
    sessions(mirela, anouk, PAGE_SIZE + 1)
    first = page_of(anouk, mirela)

    last = page_of(anouk, mirela, before=first.older)

    assert (first.newer, last.older) == (None, None)


def test_a_place_survives_the_address(anouk, mirela):
    sessions(mirela, anouk, 1)
    key = page_of(anouk, mirela).keys[0]

    assert Place.parse(str(key)) == Place(key.day, key.noted, key.ref)


@pytest.mark.parametrize(
    "query",
    ["kind=unknown", "kind=%00", "before=x", "before=2026-05-05_x_y", "after=a_b_%00"],
)
def test_an_address_that_nobody_wrote_does_not_exist(as_anouk, url, query):
    assert as_anouk.get(f"{url}?{query}").status_code == 404


def test_nothing_counts_or_skips_rows(as_anouk, mirela, anouk, url):
    sessions(mirela, anouk, 60)

    with counted() as statements:
        as_anouk.get(url)

    assert [s for s in statements if "OFFSET" in s or "SELECT COUNT(*)" in s] == []
