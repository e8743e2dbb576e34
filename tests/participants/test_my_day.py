"""My day: the own rows and no others, in a fixed number of statements."""

from datetime import datetime, timedelta

import pytest
import time_machine
from django.urls import reverse

from counsellors.models import AccessEvent
from tests.factories import (
    MakeBottleneck,
    MakeBreakGlass,
    MakeContact,
    MakeDraft,
    MakeHandover,
    MakeSafeContact,
    MakeSession,
    make_dossier,
    make_plan,
)
from tests.statements import counted

HOME = reverse("participants:home")
AGENDA = reverse("participants:agenda")
NOW = datetime.fromisoformat("2026-05-12T10:00:00+02:00")


@pytest.fixture(autouse=True)
def _tuesday(db):
    """Every test runs on Tuesday 12 May 2026 at 10:00."""
    with time_machine.travel(NOW, tick=False):
        yield


def names(lines):
    return [line.participant.alias for line in lines]


def text(response):
    return " ".join(response.content.decode().split())


def test_it_holds_exactly_the_own_rows(as_anouk, mirela, anouk, joost, waterveen):
    his = make_dossier(joost, waterveen, alias="Of Joost")
    make_plan(his, joost, "2026-05-12T11:00")
    make_plan(mirela, anouk, "2026-05-12T14:00")

    response = as_anouk.get(HOME)

    assert names(response.context["rows"]) == ["Mirela"]
    assert names(response.context["day"].agenda) == ["Mirela"]
    assert {need.who for need in response.context["day"].needs} == {"Mirela"}
    assert "Of Joost" not in text(response)


def test_cover_sees_the_agenda_of_whom_she_covers(client, joost, cover, mirela, anouk):
    make_plan(mirela, anouk, "2026-05-12T14:00")
    client.force_login(joost)

    assert names(client.get(HOME).context["day"].agenda) == ["Mirela"]


def test_the_head_counts_sessions_participants_and_room(as_anouk, mirela, anouk):
    make_plan(mirela, anouk, "2026-05-12T14:00")

    page = text(as_anouk.get(HOME))

    assert "<h1>Tuesday 12 May</h1>" in page
    assert "1 session today. 1 participant, room for 19 more." in page


def test_a_day_without_sessions_says_who_has_no_date(as_anouk, mirela, anouk):
    MakeSession(trajectory=mirela, author=anouk)

    page = text(as_anouk.get(HOME))

    assert "No sessions today. 1 person has no next date." in page


def test_a_past_one_stays_until_it_is_logged(as_anouk, mirela, anouk):
    planned = make_plan(mirela, anouk, "2026-05-08T09:00")
    assert "Log it" in text(as_anouk.get(HOME))

    MakeSession(trajectory=mirela, author=anouk, appointment=planned)

    assert names(as_anouk.get(HOME).context["day"].agenda) == []


def test_a_moved_and_a_cancelled_one_do_not_stand_there(as_anouk, mirela, anouk):
    moved = make_plan(mirela, anouk, "2026-05-12T14:00")
    moved.move_to(NOW + timedelta(days=9), anouk)
    make_plan(mirela, anouk, "2026-05-12T15:00").cancel("participant")

    assert names(as_anouk.get(HOME).context["day"].agenda) == []


def test_the_safe_contact_rule_stands_beside_a_visit(as_anouk, mirela, anouk):
    MakeSafeContact(
        participant=mirela.participant,
        recorded_by=anouk,
        level="acute",
        visit_rule="Visit in pairs",
    )
    make_plan(mirela, anouk, "2026-05-12T14:00", kind="visit")

    [item] = as_anouk.get(HOME).context["day"].agenda

    assert item.rule == "Do not call. Use the Signal app only. Visit in pairs."


@pytest.mark.parametrize(
    ("at", "length"),
    [("10:25", "in 25 min"), ("11:00", "in 60 min"), ("11:01", "45 min")],
)
def test_the_next_one_says_how_soon_within_the_hour(
    as_anouk, mirela, anouk, at, length
):
    make_plan(mirela, anouk, f"2026-05-12T{at}", minutes=45)

    [item] = as_anouk.get(HOME).context["day"].agenda

    assert (item.tone, item.length) == ("next", length)


def test_the_coming_days_count_sessions_and_name_deadlines(as_anouk, mirela, anouk):
    make_plan(mirela, anouk, "2026-05-13T14:00")
    MakeBottleneck(
        trajectory=mirela, deadline=NOW.date() + timedelta(days=2), position=1
    )

    days = as_anouk.get(HOME).context["day"].days

    assert [str(day.on) for day in days] == ["2026-05-13", "2026-05-14", "2026-05-15"]
    assert days[0].text == "1 session"
    assert days[1].text.endswith("(Mirela)")
    assert days[2].text == "no sessions"


@pytest.mark.parametrize(
    ("weekend", "days"), [(False, [18, 19, 20]), (True, [16, 18, 19])]
)
def test_after_friday_comes_monday_unless_saturday_has_something(
    client, mirela, anouk, weekend, days
):
    if weekend:
        make_plan(mirela, anouk, "2026-05-16T14:00")
    with time_machine.travel(NOW + timedelta(days=3)):
        client.force_login(anouk)
        shown = client.get(HOME).context["day"].days

    assert [day.on.day for day in shown] == days


def test_at_most_seven_lines_need_you_and_the_rest_is_counted(
    as_anouk, anouk, waterveen
):
    for _each in range(9):
        make_dossier(anouk, waterveen)

    response = as_anouk.get(HOME)

    assert len(response.context["day"].shown_needs) == 7
    assert "stand behind these." in text(response)


def test_an_offer_and_broken_glass_stand_first(
    as_anouk, mirela, anouk, joost, waterveen
):
    his = make_dossier(joost, waterveen).participant
    MakeHandover(participant=his, from_user=joost, to_user=anouk)
    MakeBreakGlass(participant=mirela.participant, user=joost)

    needs = as_anouk.get(HOME).context["day"].needs

    assert [need.icon for need in needs[:3]] == ["eye", "transfer", "not_asked"]


def test_a_team_lead_begins_with_the_caseload_and_is_told_of_broken_glass(
    client, tess, mirela, joost
):
    MakeBreakGlass(participant=mirela.participant, user=joost)
    client.force_login(tess)

    begun = client.get(HOME)

    assert begun.url == reverse("participants:programme-caseload", args=["waterveen"])
    assert client.get(begun.url).context["to_review"] == 1


def fill(anouk, waterveen):
    """A dossier in which everything is due."""
    dossier = make_dossier(anouk, waterveen)
    MakeSafeContact(participant=dossier.participant, recorded_by=anouk)
    row = MakeBottleneck(trajectory=dossier, position=1, deadline=NOW.date())
    make_plan(dossier, anouk, "2026-05-12T14:00", about=row)
    past = make_plan(dossier, anouk, "2026-05-12T08:00")
    MakeSession(trajectory=dossier, author=anouk, appointment=past)
    MakeContact(trajectory=dossier, author=anouk, answer_due=NOW.date())
    MakeDraft(author=anouk, participant=dossier.participant)


@pytest.mark.parametrize("size", [1, 12])
def test_my_day_takes_thirteen_statements(as_anouk, anouk, waterveen, size):
    for _each in range(size):
        fill(anouk, waterveen)

    with counted() as statements:
        as_anouk.get(HOME)

    assert len(statements) == 13


@pytest.mark.parametrize("size", [1, 12])
def test_the_agenda_takes_nine_statements(as_anouk, anouk, waterveen, size):
    for _each in range(size):
        fill(anouk, waterveen)

    with counted() as statements:
        as_anouk.get(AGENDA)

    assert len(statements) == 9


def test_one_line_in_the_log_names_every_case_once(
    as_anouk, mirela, anouk, joost, waterveen
):
    his = make_dossier(joost, waterveen).participant
    MakeHandover(participant=his, from_user=joost, to_user=anouk)
    MakeBreakGlass(participant=mirela.participant, user=joost)

    as_anouk.get(HOME)

    line = AccessEvent.objects.get(action="list")
    assert line.case_codes == sorted([mirela.participant.code, his.code])


def test_others_go_to_their_own_page(client, carla, pim, ada):
    pages = []
    for user in (carla, pim, ada):
        client.force_login(user)
        pages.append(client.get(HOME).url)

    assert pages == ["/programmes/waterveen/caseload/", "/access-log/", "/admin/"]
