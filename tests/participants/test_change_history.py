"""Each state of a record is kept, with who and when, and never changed again."""

from datetime import timedelta

import pytest
import time_machine
from django.apps import apps
from django.db import ProgrammingError, connection, transaction
from django.urls import reverse
from django.utils import timezone

from exitprog.sealing import CannotOpenError
from participants.models import Bottleneck, Draft, Participant
from participants.models.event import Event
from tests.factories import MakeBottleneck, MakeContact, MakeSession, make_order
from tests.walls import walled_models

BottleneckEvent = Bottleneck.pgh_event_model


def granted(model):
    """What the web role may do with the rows of a model, besides reading."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT r FROM unnest('{INSERT, UPDATE, DELETE, TRUNCATE}'::text[]) r"
            " WHERE CASE WHEN r IN ('INSERT', 'UPDATE')"
            " THEN has_any_column_privilege('koers_web', %s, r)"
            " ELSE has_table_privilege('koers_web', %s, r) END",
            [model._meta.db_table] * 2,
        )
        return {right for [right] in cursor}


def states(record):
    return list(record.events.order_by("pgh_id"))


@pytest.fixture
def papers(mirela):
    return MakeBottleneck(trajectory=mirela, title="Papers", position=1)


def test_whatever_the_web_may_change_about_someone_keeps_its_history(db):
    """But drafts: they are of their author alone, and no part of the dossier."""
    changeable = {model for model in walled_models() if granted(model) & {"UPDATE"}}
    kept = {m.pgh_tracked_model for m in walled_models() if issubclass(m, Event)}

    assert changeable - {Draft} == kept


def test_the_web_adds_to_a_history_and_changes_none(db):
    events = [model for model in walled_models() if issubclass(model, Event)]

    assert [granted(model) for model in events] == [{"INSERT"}] * len(events)
    assert len(events) == 17
    assert granted(apps.get_model("pghistory", "Context")) == set()


def test_even_the_owner_of_the_tables_changes_no_line_of_it(papers):
    with pytest.raises(ProgrammingError, match="Cannot update or delete"):
        papers.events.update(severity=1)


def test_a_change_tells_who_and_when(as_anouk, anouk, papers, mirela):
    address = reverse("participants:bottleneck-edit", args=[code(mirela), papers.pk])
    typed = {"title": "Passport", "life_area": "income", "severity": 4, "version": 1}
    now = timezone.now() + timedelta(minutes=5)

    with time_machine.travel(now, tick=False):
        as_anouk.post(address, typed)

    made, mended = states(papers)
    assert (made.pgh_label, made.title, made.pgh_by) == ("insert", "Papers", None)
    assert (mended.pgh_label, mended.title, mended.severity) == (
        "update",
        "Passport",
        4,
    )
    assert (mended.pgh_by, mended.pgh_created_at) == (anouk, now)


def test_saving_once_is_one_line_and_a_way_round_the_model_is_one_too(papers):
    papers.severity = 5
    papers.save_over(1)
    Bottleneck.objects.filter(pk=papers.pk).update(severity=2)

    assert [state.severity for state in states(papers)] == [3, 5, 2]


def test_a_move_and_a_version_alone_are_no_change(mirela):
    first, _second = make_order(mirela, "Papers", "Room")

    Bottleneck.objects.filter(pk=first.pk).update(position=9, lane="later", version=7)

    assert len(states(first)) == 1


def test_what_is_taken_away_leaves_its_last_state(papers):
    papers.delete()

    _made, gone = BottleneckEvent.objects.order_by("pgh_id")
    assert (gone.pgh_label, gone.title, gone.trajectory) == (
        "delete",
        "Papers",
        papers.trajectory,
    )


def test_sealed_text_is_copied_sealed_and_opens_as_of_its_record_alone(papers):
    papers.refresh_from_db()
    [state] = states(papers)

    assert state.__dict__["title"] == papers.__dict__["title"]
    assert state.title == "Papers"
    state.pgh_obj_id = state.trajectory_id
    state._opened.clear()
    with pytest.raises(CannotOpenError):
        state.title  # noqa: B018 reading opens it


def test_who_may_see_the_record_may_see_its_history(
    papers, mirela, anouk, joost, noor, tess, pim
):
    persons = Participant.pgh_event_model.objects

    assert BottleneckEvent.objects.visible_to(anouk).get().title == "Papers"
    assert persons.visible_to(anouk).get().alias == "Mirela"
    for stranger in (joost, noor, tess, pim):
        assert not BottleneckEvent.objects.visible_to(stranger).exists()
        assert not persons.visible_to(stranger).exists()


@pytest.mark.parametrize("make", [MakeSession, MakeContact])
def test_a_note_keeps_its_author_and_moment_and_after_a_day_its_text(
    make, mirela, anouk, joost
):
    now = timezone.now()
    fresh = make(trajectory=mirela, author=anouk, recorded_at=now)
    old = make(
        trajectory=mirela,
        author=anouk,
        recorded_at=now - timedelta(hours=24, seconds=1),
    )
    changes = [
        (fresh, {"author": joost}),
        (fresh, {"recorded_at": now - timedelta(hours=1)}),
        (old, {"on": timezone.localdate() - timedelta(days=1)}),
    ]

    rows = make._meta.model.objects
    rows.filter(pk=fresh.pk).update(on=timezone.localdate() - timedelta(days=1))
    for note, change in changes:
        with (
            pytest.raises(ProgrammingError, match="Cannot update"),
            transaction.atomic(),
        ):
            rows.filter(pk=note.pk).update(**change)


def code(trajectory):
    return trajectory.participant.code
