"""The functions of the owner that policies and views ask: each condition of each."""

import pytest

from counsellors.models import Role
from exitprog.database import acting_as
from participants.models import KnownCase
from tests.factories import (
    MakeAssignment,
    MakeHandover,
    MakeMembership,
    MakeParticipant,
    MakeTrajectory,
    MakeUser,
    make_member,
)
from tests.participants.owner_functions import CLOSED, COVERED, HERS, HOUR, guide, hand

ANY_STATE = "'{offered,accepted,declined,withdrawn,undone}'"


def test_what_was_handed_over_concerns_both_for_a_day(world, anouk, joost, now):
    hand(world, anouk, joost, now)
    handed = ["accepted today", "offered to her", "offered, closed", "she offered"]

    assert world.named(anouk, "koers_handed('{offered,accepted}')") == handed
    assert world.named(anouk, f"koers_handed({ANY_STATE})") == sorted(
        [*handed, "declined", "undone", "withdrawn"]
    )
    lead = make_member("Lea Lead", world.here, Role.TEAM_LEAD)
    person = world.person("offered to a lead")
    MakeHandover(participant=person, from_user=joost, to_user=lead)
    assert world.named(lead, "koers_handed('{offered}')") == ["offered to a lead"]


@pytest.mark.parametrize("role", [Role.COORDINATOR, Role.PRIVACY_OFFICER])
def test_who_no_longer_guides_there_is_handed_nothing(world, joost, now, role):
    other = make_member("Olga Other", world.here, role)
    hand(world, other, joost, now)

    assert world.named(other, f"koers_handed({ANY_STATE})") == []
    assert world.named(other, "koers_arranged()") == []


def test_who_keeps_a_dossier_arranges_its_rights(world, anouk, joost, now):
    guide(world, anouk, now)
    hand(world, anouk, joost, now)
    handed = ["accepted today", "offered to her", "she offered", "undone"]

    assert world.named(anouk, "koers_guided('{primary}')") == HERS
    assert world.named(anouk, "koers_guided()") == sorted(HERS + COVERED)
    assert world.named(anouk, "koers_arranged()") == sorted(HERS + handed)


def test_a_team_lead_arranges_what_runs_in_her_programme(world, anouk, tess, pim, now):
    for name in ("open", "closed"):
        world.person(name, **(CLOSED if name == "closed" else {}))
    world.person("elsewhere", here=False)

    assert world.named(tess, "koers_arranged()") == ["open"]
    assert world.named(tess, "koers_led()") == ["open"]
    assert world.named(tess, "koers_watched()") == ["closed", "open"]
    assert world.named(pim, "koers_watched()") == ["closed", "open"]
    for user in (anouk, pim):
        assert world.named(user, "koers_led()") == []
    assert world.named(anouk, "koers_watched()") == []


def test_what_runs_elsewhere_now_is_arranged_there(world, anouk, tess, joost, now):
    person = world.person("went elsewhere", **CLOSED)
    MakeTrajectory(participant=person, programme=world.elsewhere)
    MakeHandover(participant=person, from_user=joost, to_user=anouk)
    MakeMembership(user=anouk, programme=world.elsewhere, role=Role.COORDINATOR)

    assert world.named(anouk, "koers_handed('{offered}')") == ["went elsewhere"]
    assert world.named(anouk, "koers_arranged()") == []
    assert world.named(tess, "koers_arranged()") == []
    assert world.named(tess, "koers_led()") == []


def test_of_whom_is_known_here_no_case_of_elsewhere_is(world, anouk, tess):
    person = world.person("went elsewhere", **CLOSED)
    MakeTrajectory(participant=person, programme=world.elsewhere)
    MakeAssignment(participant=person, user=anouk)
    MakeMembership(user=anouk, programme=world.elsewhere, role=Role.COORDINATOR)

    for user in (anouk, tess):
        with acting_as(user):
            assert [case.programme for case in KnownCase.objects.all()] == [world.here]


def test_what_is_known_by_code(world, anouk, joost, tess, now):
    hand(world, anouk, joost, now)
    known = {"accepted today", "offered to her", "offered, closed", "she offered"}

    assert world.named(anouk, "koers_known()") == sorted(
        known | {"declined", "undone", "withdrawn"}
    )
    here = set(world.people) - {"offered, elsewhere"}
    assert world.named(tess, "koers_known()") == sorted(here)


def test_a_dossier_is_begun_by_its_first_counsellor_alone(world, anouk, now):
    periods = {
        "begun": {"starts_at": now},
        "begun to": {"ends_at": now + HOUR},
        "over": {"ends_at": now},
        "coming": {"starts_at": now + HOUR},
        "covered": {"kind": "cover"},
    }
    for name, facts in periods.items():
        world.people[name] = MakeParticipant()
        MakeAssignment(participant=world.people[name], user=anouk, **facts)
    world.people["of another"] = MakeParticipant()
    MakeAssignment(participant=world.people["of another"], user=MakeUser())
    MakeAssignment(participant=world.person("running"), user=anouk)
    world.people["new"] = MakeParticipant()
    world.person("without anyone")

    assert world.named(anouk, "koers_begun()") == ["begun", "begun to"]
    assert world.answers(anouk, "koers_is_new({})") == ["new"]


def test_a_membership_counts_in_its_period_for_an_active_account(world, now):
    world.person("here")
    periods = [{}, {"starts_at": now}, {"ends_at": now + HOUR}]
    periods += [{"ends_at": now}, {"starts_at": now + HOUR}]
    found = []
    for period in periods:
        user = MakeUser()
        MakeMembership(user=user, programme=world.here, role="team_lead", **period)
        found.append(world.named(user, "koers_watched()") == ["here"])
    user.deactivate()

    assert found == [True, True, True, False, False]
    assert world.named(user, "koers_watched()") == []


def test_a_closed_account_and_nobody_are_given_nothing(world, anouk, tess, now):
    guide(world, anouk, now)
    for user in (anouk, tess):
        user.deactivate()

    for asked in ("koers_guided()", "koers_known()", "koers_watched()"):
        assert [world.named(user, asked) for user in (anouk, tess, None)] == [[]] * 3
