"""The own caseload: who is on it, in which order, and what it costs."""

from datetime import timedelta

import pytest
import time_machine
from django.urls import reverse
from django.utils import timezone

from counsellors.models import AccessEvent
from participants.caseload import caseload, matching
from tests.factories import (
    MakeBottleneck,
    MakeSafeContact,
    MakeSession,
    make_dossier,
)
from tests.statements import counted

LIST = reverse("participants:list")


def aliases(response):
    return [row.participant.alias for row in response.context["rows"]]


def with_contact(trajectory, anouk, level):
    MakeSafeContact(participant=trajectory.participant, level=level, recorded_by=anouk)
    return trajectory


def test_the_list_holds_exactly_the_own_caseload(as_anouk, mirela, joost, waterveen):
    make_dossier(joost, waterveen, alias="Of Joost")

    assert aliases(as_anouk.get(LIST)) == ["Mirela"]


def test_a_former_counsellor_sees_nobody(client, frank):
    client.force_login(frank)

    assert aliases(client.get(LIST)) == []


def test_cover_stands_on_the_list_with_the_name_of_the_counsellor(client, joost, cover):
    client.force_login(joost)

    response = client.get(LIST)

    assert aliases(response) == ["Mirela"]
    assert "covering for Anouk de Wit" in response.content.decode()


def test_danger_comes_first_and_not_asked_before_take_care(as_anouk, anouk, waterveen):
    for level in ["none_known", "care", "acute"]:
        dossier = make_dossier(anouk, waterveen, alias=level)
        with_contact(dossier, anouk, level)
    make_dossier(anouk, waterveen, alias="not_asked")

    expected = ["acute", "not_asked", "care", "none_known"]
    assert aliases(as_anouk.get(LIST)) == expected


def test_the_newest_safe_contact_counts(as_anouk, mirela, anouk):
    with time_machine.travel(timezone.now() - timedelta(days=2)):
        with_contact(mirela, anouk, "acute")
    with_contact(mirela, anouk, "none_known")

    [row] = as_anouk.get(LIST).context["rows"]

    assert row.safe_contact.level == "none_known"


@pytest.mark.parametrize(("days", "unseen"), [(13, False), (14, False), (15, True)])
def test_not_seen_begins_after_fourteen_days(mirela, anouk, days, unseen):
    MakeSession(
        trajectory=mirela, author=anouk, on=timezone.localdate() - timedelta(days=days)
    )

    [row] = caseload(anouk)

    assert row.is_unseen == unseen


@pytest.mark.parametrize(
    ("kind", "attendance", "mark"),
    [
        ("visit", "attended", "seen"),
        ("phone", "attended", "message"),
        ("office", "missed", "missed"),
    ],
)
def test_a_week_shows_its_strongest_contact(mirela, anouk, kind, attendance, mark):
    MakeSession(trajectory=mirela, author=anouk, kind=kind, attendance=attendance)

    [row] = caseload(anouk)

    assert row.weeks == ["none"] * 7 + [mark]


def test_names_are_found_without_capitals_and_accents(anouk, waterveen):
    make_dossier(anouk, waterveen, alias="Katalin Szűcs")

    found = matching(caseload(anouk), "szucs")

    assert [row.participant.alias for row in found] == ["Katalin Szűcs"]


def test_one_hit_opens_the_dossier(as_anouk, mirela):
    response = as_anouk.post(reverse("participants:find"), {"q": "mirel"})

    assert response.url == mirela.participant.get_absolute_url()


def test_a_search_is_logged_as_a_hash_with_its_count(as_anouk, mirela):
    as_anouk.post(reverse("participants:find"), {"q": "Nobody"})

    line = AccessEvent.objects.get(action="search")
    assert (line.result_count, line.case_codes) == (0, [])
    assert "nobody" not in str(vars(line)).lower()
    assert len(line.search_hash) == 64


@pytest.mark.parametrize("term", ["", "   ", "\0", "x" * 10_000, "<script>", "‮"])
def test_odd_terms_find_nobody_and_break_nothing(as_anouk, mirela, term):
    response = as_anouk.post(reverse("participants:find"), {"q": term})

    assert (response.status_code, aliases(response)) == (200, [])


def test_the_list_writes_one_line_that_names_its_cases(as_anouk, mirela):
    as_anouk.get(LIST)

    line = AccessEvent.objects.get()
    assert (line.action, line.case_codes) == ("list", [mirela.participant.code])


@pytest.mark.parametrize("size", [1, 20])
def test_the_list_takes_eight_statements(as_anouk, anouk, waterveen, size):
    for _n in range(size):
        dossier = with_contact(make_dossier(anouk, waterveen), anouk, "care")
        MakeBottleneck(trajectory=dossier, lane="now", position=1)
        MakeSession(trajectory=dossier, author=anouk)

    with counted() as statements:
        as_anouk.get(LIST)

    assert len(statements) == 8
