"""The page of the access log: whose lines, which of them, in which pages."""

import re
from datetime import UTC, datetime, timedelta
from uuid import uuid4

import pytest

from counsellors.models import AccessEvent, Role
from counsellors.models.access_event import Result
from counsellors.page_names import name_of
from tests.factories import (
    MakeMembership,
    MakeProgramme,
    make_line,
    make_member,
    make_refusal,
)
from tests.routes import routes
from tests.statements import counted

LOG = "/access-log/"


def codes(html):
    return re.findall(r'href="\?case=([^"]+)"', html)


@pytest.fixture
def read(as_pim):
    """The case codes that Pim sees, from top to bottom."""

    def read(**asked):
        return codes(as_pim.get(LOG, asked).content.decode())

    return read


def test_a_privacy_officer_reads_own_programmes_alone(
    read, anouk, noor, waterveen, elsewhere
):
    make_line(anouk, waterveen, case_code="OWN")
    make_line(noor, elsewhere, case_code="OTHER")

    assert read() == ["OWN"]


def test_two_programmes_are_read_as_one(read, pim, anouk, waterveen, elsewhere):
    MakeMembership(user=pim, programme=elsewhere, role=Role.PRIVACY_OFFICER)
    make_line(anouk, waterveen, case_code="ONE")
    make_line(anouk, elsewhere, case_code="TWO")

    assert read() == ["TWO", "ONE"]


def test_what_was_not_allowed_is_read_where_its_actor_belongs(read, anouk, noor, frank):
    make_refusal(anouk, case_code="MEMBER")
    make_refusal(noor, case_code="STRANGER")
    frank.memberships.get().end()
    make_refusal(frank, case_code="FORMER")

    assert read() == ["FORMER", "MEMBER"]


def test_what_was_allowed_without_a_programme_is_nobodys(read, anouk):
    make_line(anouk, case_code="NOBODY")

    assert read() == []


def test_what_names_another_programme_is_not_theirs_whoever_it_was(read, anouk):
    make_refusal(anouk, programme=MakeProgramme(), case_code="THERE")
    make_line(anouk, MakeProgramme(), object_id=anouk.pk, case_code="OWN")

    assert read() == []


@pytest.mark.parametrize("name", ["anouk", "tess", "carla", "ada"])
def test_others_see_no_line(request, name, anouk, waterveen):
    make_line(anouk, waterveen)
    make_refusal(anouk)

    user = request.getfixturevalue(name)
    assert list(AccessEvent.objects.visible_to(user)) == []


def test_a_former_privacy_officer_finds_no_log(as_pim, pim):
    pim.memberships.get().end()

    assert as_pim.get(LOG).status_code == 404


def test_reading_it_is_a_line_itself(as_pim, pim, anouk, waterveen):
    make_line(anouk, waterveen, case_code="OWN")

    as_pim.get(LOG)

    line = AccessEvent.objects.get(actor=pim)
    assert (line.action, line.page, line.kind) == (
        "list",
        "counsellors:access-log",
        "access_event",
    )
    assert (line.programme, line.case_codes, line.result_count) == (
        waterveen,
        ["OWN"],
        1,
    )


def test_a_code_is_found_in_lists_too(read, anouk, waterveen):
    make_line(anouk, waterveen, case_code="K7Q-M4F2")
    make_line(anouk, waterveen, case_codes=["K7Q-M4F2", "AAA-AAAA"])
    make_line(anouk, waterveen, case_code="AAA-AAAA")

    assert AccessEvent.objects.about_case("K7Q-M4F2").count() == 2
    assert read(case="k7q-m4f2 ") == ["K7Q-M4F2"]


def test_it_narrows_to_a_person_or_to_what_was_not_allowed(
    read, anouk, joost, waterveen
):
    make_line(anouk, waterveen, case_code="ONE")
    make_line(joost, waterveen, case_code="TWO")
    make_refusal(joost, case_code="THREE")

    assert read(person=joost.pk) == ["THREE", "TWO"]
    assert read(refused="on") == ["THREE"]


def test_it_narrows_to_a_period_a_kind_a_page_a_right_and_emergencies(
    read, anouk, waterveen
):
    noon = datetime(2026, 5, 12, 10, tzinfo=UTC)
    make_line(anouk, waterveen, case_code="ONE", at=noon, ground="primary")
    make_line(anouk, waterveen, case_code="TWO", at=noon + timedelta(days=1))
    make_line(anouk, waterveen, case_code="THREE", is_emergency=True)
    for page in ("participants:session-new", "participants:contact-new"):
        make_line(anouk, waterveen, page=page, action="create", case_code=page[13:16])

    assert read(until="2026-05-12") == ["ONE"]
    assert read(since="2026-05-13", until="2026-05-13") == ["TWO"]
    assert read(action="create") == ["con", "ses"]
    assert read(pages="contacts") == ["con"]
    assert read(ground="primary") == ["ONE"]
    assert read(emergency="on") == ["THREE"]


def test_what_must_wait_is_among_what_was_not_allowed(read, anouk, waterveen):
    make_line(anouk, waterveen, case_code="FAST", result=Result.SLOWED)

    assert read(refused="on") == ["FAST"]


@pytest.mark.parametrize("asked", [{"person": "x"}, {"case": "a\0"}])
def test_a_faulty_answer_shows_nothing_and_says_why(as_pim, anouk, waterveen, asked):
    make_line(anouk, waterveen, case_code="ONE")

    html = as_pim.get(LOG, asked).content.decode()

    assert (codes(html), html.count("field--invalid")) == ([], 1)


def test_a_person_of_another_programme_can_not_be_asked_for(as_pim, noor):
    html = as_pim.get(LOG, {"person": noor.pk}).content.decode()

    assert html.count("field--invalid") == 1
    assert "Noor" not in html


def test_pages_of_fifty_lead_back_and_forth(as_pim, anouk, waterveen):
    for number in range(120):
        make_line(anouk, waterveen, case_code=f"{number}")

    seen, address = [], LOG
    while address:
        html = as_pim.get(address).content.decode()
        seen += codes(html)
        older = re.search(r'href="([^"]+)" rel="next"', html)
        address = older and LOG + older[1].replace("&amp;", "&")

    assert seen == [str(number) for number in range(119, -1, -1)]


def test_the_page_before_is_the_page_that_one_came_from(as_pim, anouk, waterveen):
    for number in range(120):
        make_line(anouk, waterveen, case_code=f"{number}")
    rows = list(AccessEvent.objects.newest_first())
    at, pk = rows[60].at, rows[60].pk

    html = as_pim.get(LOG, {"after": f"{at:%Y%m%dT%H%M%S.%f}-{pk}"}).content.decode()

    assert codes(html) == [row.case_code for row in rows[10:60]]


@pytest.mark.parametrize("key", ["", "x", "20260101T000000.0-", f"-{10**30}", "\0"])
def test_a_key_that_is_none_shows_the_newest(read, anouk, waterveen, key):
    make_line(anouk, waterveen, case_code="ONE")

    assert read(before=key) == ["ONE"]


@pytest.mark.parametrize("lines", [2, 60])
def test_it_takes_six_statements(as_pim, anouk, joost, waterveen, lines):
    for number in range(lines):
        make_line(anouk, waterveen, on_behalf_of=joost, object_id=uuid4(), page=number)

    with counted() as statements:
        as_pim.get(LOG)

    assert len(statements) == 6


def test_every_page_has_a_name_in_the_log():
    unnamed = [route for route in routes() if name_of(route) == route]

    assert unnamed == ["security-txt", "healthz"]
    assert name_of("agencies:detail") == name_of("agencies:list") == "Agencies"


def test_the_people_to_choose_from_are_of_the_own_programmes(as_pim, anouk, elsewhere):
    make_member("Elsa Elsewhere", elsewhere)

    people = as_pim.get(LOG).context["form"].fields["person"].queryset
    assert [user.name for user in people] == ["Anouk de Wit", "Pim Privacy"]
