"""A note that is saved: who mends it, for how long, and what comes after."""

from datetime import timedelta

import pytest
from django.urls import reverse

from counsellors.models import AccessEvent
from exitprog import moment
from exitprog.conflict import Side
from participants.models import Addendum, Session
from tests.factories import MakeSession

DAY = timedelta(hours=24)


@pytest.fixture
def session(mirela, anouk):
    return MakeSession(trajectory=mirela, author=anouk, minutes=50)


@pytest.fixture
def old(mirela, anouk):
    saved_at = moment.now() - DAY
    return MakeSession(trajectory=mirela, author=anouk, recorded_at=saved_at)


def page(session, name):
    code = session.trajectory.participant.code
    return reverse(f"participants:{name}", args=[code, session.pk])


def mended(session, **fields):
    return {
        "version": session.version,
        "on": session.on.isoformat(),
        "how": "visit",
        "what_happened": "We talked longer.",
    } | fields


def test_the_author_mends_a_note(as_anouk, session):
    response = as_anouk.post(page(session, "session-edit"), mended(session))

    now = Session.objects.get()
    assert response.url == session.get_absolute_url()
    assert (now.what_happened, now.kind, now.version) == (
        "We talked longer.",
        "visit",
        2,
    )


def test_author_and_moment_stay(as_anouk, session):
    fields = mended(session, author="someone", recorded_at="2020-01-01")
    as_anouk.post(page(session, "session-edit"), fields)

    now = Session.objects.get()
    assert (now.author, now.recorded_at) == (session.author, session.recorded_at)


def test_the_form_shows_the_note_as_it_is(as_anouk, session):
    form = as_anouk.get(page(session, "session-edit")).context["form"]

    assert (form["how"].value(), form["other_length"].value()) == ("office", 50)
    assert form["what_happened"].value() == "We talked."


def test_a_stale_note_shows_both_texts(as_anouk, session):
    as_anouk.post(page(session, "session-edit"), mended(session))
    fields = mended(session, what_happened="My other text.")
    response = as_anouk.post(page(session, "session-edit"), fields)

    assert response.status_code == 409
    assert response.context["theirs"] == [Side("What happened", "We talked longer.")]
    assert response.context["yours"] == [Side("What happened", "My other text.")]
    assert Session.objects.get().what_happened == "We talked longer."


def test_a_note_without_a_version_is_stale(as_anouk, session):
    fields = mended(session, version="")

    response = as_anouk.post(page(session, "session-edit"), fields)

    assert response.status_code == 409


def test_after_a_day_a_note_is_not_mended(as_anouk, old):
    response = as_anouk.post(page(old, "session-edit"), mended(old))

    assert (response.status_code, response.context["yours"]) == (
        409,
        [Side("", "We talked longer.")],
    )
    assert Session.objects.get().what_happened == "We talked."


def test_nobody_mends_the_note_of_another(client, session, joost, cover):
    client.force_login(joost)
    response = client.post(page(session, "session-edit"), mended(session))

    assert response.status_code == 403
    assert Session.objects.get().what_happened == "We talked."


def test_a_mistaken_note_keeps_what_was_typed(as_anouk, session):
    fields = mended(session, on="2999-01-01", what_happened="Kept")
    response = as_anouk.post(page(session, "session-edit"), fields)

    form = response.context["form"]
    assert list(form.errors) == ["on"]
    assert form["what_happened"].value() == "Kept"


def test_a_note_that_touched_something_took_place(as_anouk, session, mirela):
    session.touches.create(
        bottleneck=mirela.bottlenecks.create(
            title="A", severity=3, life_area="income", lane="now", position=1
        ),
        severity_before=3,
        severity_after=3,
    )
    fields = mended(session, how="missed", attendance="missed")
    response = as_anouk.post(page(session, "session-edit"), fields)

    assert list(response.context["form"].errors) == ["how"]


def test_a_late_session_stays_late(as_anouk, mirela, anouk):
    session = MakeSession(trajectory=mirela, author=anouk, attendance="late")
    as_anouk.post(page(session, "session-edit"), mended(session))

    assert Session.objects.get().attendance == "late"


@pytest.mark.parametrize("name", ["anouk", "joost"])
def test_who_guides_adds_to_a_note(client, old, cover, request, name):
    user = request.getfixturevalue(name)
    client.force_login(user)
    response = client.post(page(old, "addendum-new"), {"text": "She called back."})

    added = Addendum.objects.get()
    assert response.url == old.get_absolute_url()
    assert (added.author, added.text, added.session) == (user, "She called back.", old)


def test_adding_twice_adds_once(as_anouk, old):
    for _time in range(2):
        as_anouk.post(page(old, "addendum-new"), {"text": "She called back."})

    actions = AccessEvent.objects.order_by("pk").values_list("action", flat=True)
    assert Addendum.objects.count() == 1
    assert list(actions) == ["create", "open"]


@pytest.mark.parametrize("text", ["", " \n ", "x" * 5001, "a\0b"])
def test_an_addendum_needs_a_text_that_fits(as_anouk, old, text):
    response = as_anouk.post(page(old, "addendum-new"), {"text": text})

    assert list(response.context["form"].errors) == ["text"]
    assert Addendum.objects.count() == 0


def test_addenda_stand_below_the_note(as_anouk, old, anouk):
    added = Addendum.objects.create(session=old, author=anouk, text="More")
    context = as_anouk.get(old.get_absolute_url()).context

    assert context["addenda"] == [added]
    assert context["can_edit"] is False


@pytest.mark.parametrize("name", ["session-edit", "addendum-new"])
def test_a_closed_dossier_keeps_its_notes(as_anouk, session, mirela, anouk, name):
    mirela.enter("dropped_out", anouk, reason="lost_contact", destination="unknown")
    response = as_anouk.post(page(session, name), {"text": "More"})

    assert response.status_code == 409
    assert Addendum.objects.count() == 0
