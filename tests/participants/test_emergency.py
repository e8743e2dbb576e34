"""Opening a dossier in an emergency: by code, with a reason, for a day, reviewed."""

from datetime import timedelta
from uuid import uuid4

import pytest
import time_machine
from django.db import IntegrityError, transaction
from django.urls import reverse
from django.utils import timezone

from counsellors.models import AccessEvent
from participants.models import BreakGlass
from tests.factories import MakeBarrier, MakeBreakGlass, make_dossier
from tests.rollback import rolled_back

REASON = "She called in distress and her counsellor is ill"


@pytest.fixture
def open_as(client, mirela):
    def post(user, code=mirela.participant.code, **typed):
        client.force_login(user)
        address = reverse("participants:break-glass", args=[code])
        return client.post(address, {"reason": REASON, "hours": "1"} | typed)

    return post


@pytest.fixture
def opened(open_as, joost):
    open_as(joost)
    return BreakGlass.objects.get()


def refused(user):
    """The kinds and codes of what was refused, in order."""
    lines = user.access_events.filter(result="refused").order_by("pk")
    return list(lines.values_list("action", "case_code", "programme"))


def overview(client, mirela):
    return client.get(mirela.participant.get_absolute_url())


def test_it_opens_the_dossier_to_read_and_not_to_write(client, mirela, opened):
    edit = reverse("participants:edit", args=[mirela.participant.code])

    assert overview(client, mirela).status_code == 200
    assert client.get(edit).status_code == 403


def test_sent_again_with_other_words_it_opens_once_and_shows_them(open_as, joost):
    other, key = "Her brother stands before the door", uuid4()
    first = open_as(joost, submission=key)
    second = open_as(joost, submission=key, reason=other)

    assert (first.status_code, second.status_code) == (302, 409)
    assert other in second.content.decode()
    assert BreakGlass.objects.get().reason == REASON


def test_it_ends_by_itself(client, mirela, joost, opened):
    with time_machine.travel(opened.ends_at, tick=False):
        client.logout()
        client.force_login(joost)
        assert overview(client, mirela).status_code == 404


@pytest.mark.parametrize("reason", ["", "urgent", "x" * 19, "x" * 10_000])
def test_it_wants_a_reason(open_as, joost, reason):
    response = open_as(joost, reason=reason)

    assert list(response.context["form"].errors) == ["reason"]
    assert not BreakGlass.objects.exists()


def test_twenty_characters_are_a_reason_and_a_day_is_no_more_than_a_day(open_as, joost):
    open_as(joost, reason="x" * 20, hours="24")

    opened = BreakGlass.objects.get()
    assert opened.ends_at - opened.starts_at == timedelta(hours=24)


def test_it_lasts_a_day_at_most(open_as, joost, mirela):
    assert list(open_as(joost, hours="25").context["form"].errors) == ["hours"]

    now = timezone.now()
    with pytest.raises(IntegrityError), transaction.atomic():
        BreakGlass.objects.create(
            participant=mirela.participant,
            user=joost,
            reason=REASON,
            starts_at=now,
            ends_at=now + timedelta(hours=24, seconds=1),
        )


def test_a_wrong_code_and_another_programme_get_the_same_answer(open_as, noor, mirela):
    foreign = open_as(noor)
    absent = open_as(noor, code="ZZZ-ZZZZ")

    said = [list(r.context["form"].non_field_errors()) for r in (foreign, absent)]
    assert said == [["Your programme has no dossier with this code."]] * 2
    codes = [mirela.participant.code, "ZZZ-ZZZZ"]
    assert refused(noor) == [("change", code, None) for code in codes]
    assert not BreakGlass.objects.exists()


def test_behind_a_barrier_it_does_not_open(open_as, joost, tess, mirela):
    MakeBarrier(participant=mirela.participant, user=joost, set_by=tess)

    assert open_as(joost).status_code == 200
    assert refused(joost) == [("change", mirela.participant.code, None)]
    assert not BreakGlass.objects.exists()


def test_each_page_that_is_read_says_so_in_the_log(client, mirela, opened):
    overview(client, mirela)

    line = AccessEvent.objects.filter(action="open").latest("pk")
    assert (line.ground, line.ground_id) == ("break_glass", opened.pk)
    assert line.is_emergency


def test_of_several_emergencies_the_line_names_the_own_one_with_this_dossier(
    client, mirela, waterveen, tess, joost
):
    """A lead also sees those of colleagues, and may have opened another dossier."""
    other = make_dossier(joost, waterveen)
    glass = {"participant": mirela.participant}
    mine = MakeBreakGlass(**glass, user=tess)
    longer = {"ends_at": mine.ends_at + timedelta(hours=9)}
    MakeBreakGlass(**glass, user=joost, **longer)
    MakeBreakGlass(participant=other.participant, user=tess, **longer)
    client.force_login(tess)

    overview(client, mirela)

    assert AccessEvent.objects.filter(action="open").latest("pk").ground_id == mine.pk


def test_the_page_asks_for_an_explanation(client, mirela, joost, opened):
    note = reverse("participants:emergency-note", args=[opened.pk])
    assert note in overview(client, mirela).content.decode()

    empty = client.post(note, {"note": " "})
    client.post(note, {"note": "She is safe at a friend’s", "version": 1})

    assert empty.context["form"].errors == {"note": ["Write what you saw and did."]}
    opened.refresh_from_db()
    assert opened.note == "She is safe at a friend’s"


def test_the_lead_and_the_privacy_officer_see_it_at_once(client, opened, tess, pim):
    for watcher in (tess, pim):
        client.force_login(watcher)
        page = client.get(reverse("participants:emergencies"))
        assert page.context["waiting"] == [opened]


def test_someone_else_closes_the_review_once(client, opened, tess, pim):
    review = reverse("participants:emergency-review", args=[opened.pk])
    client.force_login(tess)
    client.post(review, {"verdict": "right", "version": 1})
    client.force_login(pim)

    again = client.post(review, {"verdict": "reported", "version": 1})

    opened.refresh_from_db()
    assert (opened.verdict, opened.reviewed_by, again.status_code) == (
        "right",
        tess,
        409,
    )


def test_a_note_that_came_meanwhile_is_read_before_the_review(client, opened, tess):
    review = reverse("participants:emergency-review", args=[opened.pk])
    opened.explain("She is safe at a friend’s")
    client.force_login(tess)

    typed = {"verdict": "right", "review_note": "Well done", "version": 1}
    late = client.post(review, typed)
    page = late.content.decode()

    assert (late.status_code, "Well done" in page) == (409, True)
    assert "What this person saw and did" in page
    assert "She is safe at a friend’s" in page
    assert AccessEvent.objects.latest("pk").field_groups == ["notes"]
    assert client.post(review, dict(late.context["again"])).status_code == 302
    opened.refresh_from_db()
    assert (opened.note, opened.verdict) == ("She is safe at a friend’s", "right")


def test_each_verb_saves_its_own_columns_alone(opened, tess):
    """Whoever holds the row as it was wipes nothing that was saved since."""
    kept = {}
    for verb, facts in {
        "explain": ["Late"],
        "review": [tess, "right"],
        "approve": [tess],
        "turn_down": [tess],
    }.items():
        with rolled_back():
            row = BreakGlass.objects.get(pk=opened.pk)
            BreakGlass.objects.filter(pk=opened.pk).update(reason="")
            getattr(row, verb)(*facts)
            kept[verb] = BreakGlass.objects.get(pk=opened.pk).reason

    assert kept == dict.fromkeys(kept, "")


def test_nobody_reviews_oneself(client, open_as, tess, mirela):
    open_as(tess)
    mine = BreakGlass.objects.get()

    review = reverse("participants:emergency-review", args=[mine.pk])

    assert client.get(review).status_code == 404
    with pytest.raises(IntegrityError), transaction.atomic():
        mine.review(tess, "right")
