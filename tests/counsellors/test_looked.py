"""Who looked at a dossier, on paper for the person it is about."""

from datetime import UTC, datetime, timedelta

import pytest
import time_machine

from counsellors.models import AccessEvent
from counsellors.models.access_event import Action, Result

LOOKED = "/access-log/looked/"
NOON = datetime(2026, 5, 12, 10, 0, tzinfo=UTC)
CODE = "K7Q-M4F2"


@pytest.fixture
def line(waterveen):
    def line(actor, at=NOON, **facts):
        facts = {
            "programme": waterveen,
            "action": Action.OPEN,
            "result": Result.GRANTED,
            "page": "participants:safe-contact",
            "case_code": CODE,
        } | facts
        return AccessEvent.objects.create(actor=actor, at=at, **facts)

    return line


def looks(response):
    return [
        (f"{look.on:%d-%m}", str(look.who), [str(kind) for kind in look.kinds])
        for look in response.context["looks"]
    ]


def test_it_says_who_and_when_once_a_day_for_each(as_pim, line, anouk, joost, pim):
    line(anouk)
    line(anouk, NOON + timedelta(minutes=1), action=Action.CHANGE)
    line(anouk, NOON + timedelta(minutes=2))
    line(joost, NOON + timedelta(days=1), case_code="", case_codes=[CODE, "X"])
    line(joost, NOON, result=Result.REFUSED)
    line(pim, NOON, kind="access_event")
    line(anouk, NOON, case_code="AAA-AAAA")

    assert looks(as_pim.get(LOOKED, {"case": CODE.lower(), "names": "on"})) == [
        ("13-05", "Joost Bakker", ["opened"]),
        ("12-05", "Anouk de Wit", ["opened", "something changed"]),
    ]


def test_unless_names_are_asked_for_it_says_in_what_capacity(
    as_pim, line, anouk, joost, tess
):
    """So that lost paper tells nobody who works with her."""
    line(anouk, ground="primary")
    line(joost, ground="cover")
    line(joost, ground="break_glass", is_emergency=True)
    line(tess, ground="membership", action=Action.GRANT)

    page = as_pim.get(LOOKED, {"case": CODE})

    assert sorted(looks(page)) == [
        ("12-05", "colleague of the programme", ["a right was given"]),
        ("12-05", "colleague of the programme", ["opened"]),
        ("12-05", "counsellor", ["opened"]),
        ("12-05", "counsellor who covers", ["opened"]),
    ]
    assert "Bakker" not in page.content.decode()


def test_an_emergency_is_told_apart(as_pim, line, anouk):
    line(anouk)
    line(anouk, is_emergency=True)

    html = as_pim.get(LOOKED, {"case": CODE}).content.decode()
    assert html.count("(in an emergency)") == 1


def test_the_paper_names_no_page_no_programme_and_no_dossier_in_its_title(
    as_pim, line, anouk, waterveen
):
    line(anouk)

    html = as_pim.get(LOOKED, {"case": CODE, "names": "on"}).content.decode()
    paper = html.partition('id="looks"')[2]
    assert "Anouk de Wit" in paper
    assert [word for word in ("Safe contact", "Waterveen") if word in paper] == []
    assert "<title>Who looked · Koers</title>" in html


def test_a_dossier_of_another_programme_looks_like_one_without_lines(
    as_pim, line, noor, elsewhere
):
    line(noor, programme=elsewhere)

    foreign, unknown = (
        as_pim.get(LOOKED, {"case": code}).content.decode().partition("<footer")[0]
        for code in (CODE, "K7Q-M4F3")
    )

    assert foreign.replace(CODE, "") == unknown.replace("K7Q-M4F3", "")


def test_printing_it_is_a_line_and_no_line_without_a_code(as_pim, pim):
    with time_machine.travel(NOON, tick=False):
        as_pim.get(LOOKED)
        as_pim.get(LOOKED, {"case": "a\0"})
        as_pim.get(LOOKED, {"case": CODE})
        as_pim.get(LOOKED, {"case": CODE, "names": "on"})

    lines = AccessEvent.objects.filter(actor=pim).order_by("pk")
    facts = ("action", "kind", "case_codes", "field_groups")
    assert list(lines.values_list(*facts)) == [
        ("print", "access_event", [CODE], []),
        ("print", "access_event", [CODE], ["colleagues"]),
    ]
