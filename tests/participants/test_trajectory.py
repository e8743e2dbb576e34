"""The states of a trajectory, and what each step leaves behind."""

from datetime import timedelta

import pytest
import time_machine
from django.db import IntegrityError, transaction
from django.db.utils import ProgrammingError
from django.urls import reverse
from django.utils import timezone

from exitprog.records import StaleVersionError
from participants.models import Participant, Trajectory, TrajectoryStep
from participants.models.trajectory import (
    ENDED,
    TRANSITIONS,
    State,
    TransitionError,
)
from tests.factories import MakeTrajectory

END = {"reason": "own_choice", "destination": "unknown"}
PATH = [State.INTAKE, State.PLANNING, State.SUPPORT, State.AFTERCARE, State.COMPLETED]


@pytest.fixture
def referred(mirela):
    Trajectory.objects.filter(pk=mirela.pk).update(state="referred")
    mirela.refresh_from_db()
    return mirela


def test_the_whole_way_leaves_a_step_for_each_phase(referred, anouk):
    for state in PATH:
        referred.enter(state, anouk, **(END if state in ENDED else {}))

    steps = TrajectoryStep.objects.order_by("at").values_list("to_state", flat=True)
    assert list(steps) == PATH


@pytest.mark.parametrize("state", sorted(ENDED))
def test_nothing_leads_out_of_an_end(state):
    assert TRANSITIONS[state] == set()


def test_a_state_that_does_not_lead_there_is_refused(referred, anouk):
    with pytest.raises(TransitionError):
        referred.enter(State.COMPLETED, anouk, **END)

    assert not TrajectoryStep.objects.exists()


def test_on_hold_goes_back_to_where_it_was_only(mirela, anouk):
    mirela.enter(State.ON_HOLD, anouk)

    expected = [State.SUPPORT, State.DROPPED_OUT, State.TRANSFERRED]
    assert mirela.next_states() == expected
    assert mirela.phase == State.SUPPORT


def test_back_from_hold_forgets_it(mirela, anouk):
    mirela.enter(State.ON_HOLD, anouk)

    mirela.enter(State.SUPPORT, anouk)

    assert (mirela.state, mirela.state_before_hold) == ("support", "")


def test_an_end_without_reason_is_refused_by_the_database(mirela, anouk):
    with pytest.raises(IntegrityError), transaction.atomic():
        mirela.enter(State.DROPPED_OUT, anouk)

    assert Trajectory.objects.get().is_open


def test_the_counsellor_reads_a_closed_dossier_for_thirty_days(mirela, anouk):
    closed = timezone.now()
    with time_machine.travel(closed, tick=False):
        mirela.enter(State.DROPPED_OUT, anouk, **END)

    with time_machine.travel(closed + timedelta(days=30, seconds=-1), tick=False):
        assert Participant.objects.visible_to(anouk).count() == 1
    with time_machine.travel(closed + timedelta(days=30), tick=False):
        assert Participant.objects.visible_to(anouk).count() == 0


def test_cover_ends_when_the_dossier_closes(mirela, anouk, joost, cover):
    mirela.enter(State.DROPPED_OUT, anouk, **END)

    assert not Participant.objects.visible_to(joost).exists()


def test_two_at_once_leave_one_step(mirela, anouk):
    other = Trajectory.objects.get()
    mirela.enter(State.AFTERCARE, anouk)

    with pytest.raises(StaleVersionError):
        other.enter(State.PLANNING, anouk)

    assert TrajectoryStep.objects.get().to_state == "aftercare"


def test_a_step_can_be_neither_changed_nor_removed(mirela, anouk):
    step = mirela.enter(State.AFTERCARE, anouk)

    for act in (step.delete, step.save):
        with pytest.raises(ProgrammingError), transaction.atomic():
            act()


def test_one_trajectory_is_open_at_a_time(mirela):
    with pytest.raises(IntegrityError):
        MakeTrajectory(participant=mirela.participant, programme=mirela.programme)


# The page


@pytest.fixture
def change(as_anouk, mirela):
    address = reverse("participants:phase", args=[mirela.participant.code])

    def post(**typed):
        today = timezone.localdate().isoformat()
        return as_anouk.post(address, {"on": today, "version": 1} | typed)

    return post


def test_the_page_offers_the_next_states_alone(as_anouk, mirela):
    address = reverse("participants:phase", args=[mirela.participant.code])

    offered = as_anouk.get(address).context["form"].fields["state"].choices

    expected = ["planning", "aftercare", "on_hold", "dropped_out", "transferred"]
    assert [value for value, _label in offered] == expected


def test_a_step_by_the_page_is_stored_with_its_author(change, mirela, anouk):
    change(state="aftercare")

    step = TrajectoryStep.objects.get()
    assert (step.to_state, step.by, step.trajectory) == ("aftercare", anouk, mirela)


@pytest.mark.parametrize(
    ("typed", "field"),
    [
        ({"state": "completed"}, "state"),
        ({"state": ""}, "state"),
        ({"state": "dropped_out"}, "reason"),
        ({"state": "dropped_out", "reason": "moved"}, "destination"),
        ({"state": "aftercare", "on": "2999-01-01"}, "on"),
        ({"state": "aftercare", "on": "1900-01-01"}, "on"),
        ({"state": "aftercare", "on": "soon"}, "on"),
        ({"state": "aftercare", "explanation": "x" * 10_000}, "explanation"),
    ],
)
def test_a_bad_step_gets_a_sentence_and_changes_nothing(change, typed, field):
    response = change(**typed)

    assert field in response.context["form"].errors
    assert not TrajectoryStep.objects.exists()


def test_a_stale_page_is_answered_with_what_someone_else_chose(change, mirela, anouk):
    mirela.enter(State.ON_HOLD, anouk)

    response = change(state="dropped_out", version=1, **END)

    assert response.status_code == 409
    assert TrajectoryStep.objects.get().to_state == "on_hold"


def test_planning_asks_the_age_first(change, as_anouk, referred):
    Trajectory.objects.update(state="intake")

    response = change(state="planning")

    assert list(response.context["form"].errors) == ["state"]


def test_a_closed_dossier_takes_no_step(change, mirela, anouk):
    mirela.enter(State.DROPPED_OUT, anouk, **END)

    assert change(state="support").status_code == 409


def test_cover_takes_no_step(client, joost, cover, mirela):
    client.force_login(joost)

    address = reverse("participants:phase", args=[mirela.participant.code])

    assert client.get(address).status_code == 403
