"""Forms kept for later: nothing is checked, nothing is lost, nobody else sees it."""

from datetime import timedelta

import pytest
from django.urls import reverse

from counsellors.models import AccessEvent
from exitprog import moment
from participants.models import AgencyContact, Draft, Session
from tests.factories import MakeAgency, make_dossier, make_order

TYPED = {
    "keep": "draft",
    "on": "not a day",
    "how": "visit",
    "what_happened": "Half a sent",
    "next_step_on": "31-31",
}


@pytest.fixture
def address(mirela):
    return page(mirela, "session-new")


@pytest.fixture
def kept(mirela, anouk):
    content = {"how": ["visit"], "on": ["not a day"], "what_happened": ["Half"]}
    return Draft.objects.create(
        author=anouk, participant=mirela.participant, form="session", content=content
    )


def page(trajectory, name, *args):
    return reverse(f"participants:{name}", args=[trajectory.participant.code, *args])


def test_a_draft_keeps_whatever_was_typed(as_anouk, address, anouk, mirela):
    first, second = make_order(mirela, "A", "B")
    touched = [str(first.pk), str(second.pk)]
    response = as_anouk.post(address, TYPED | {"touched": touched})

    draft = Draft.objects.get()
    assert response.url == reverse("participants:drafts")
    assert (draft.author, draft.form) == (anouk, "session")
    assert draft.content["touched"] == touched
    assert draft.content["on"] == ["not a day"]


def test_a_draft_is_not_in_the_dossier(as_anouk, address):
    as_anouk.post(address, TYPED)

    assert Session.objects.count() == 0
    assert AccessEvent.objects.get().action == "change"


def test_going_on_restores_what_was_typed_without_complaint(as_anouk, address, mirela):
    first, _second = make_order(mirela, "A", "B")
    as_anouk.post(address, TYPED | {"touched": [str(first.pk)]})
    form = as_anouk.get(Draft.objects.get().get_absolute_url()).context["form"]

    assert form.errors == {}
    assert (form["on"].value(), form["next_step_on"].value()) == ("not a day", "31-31")
    assert form["what_happened"].value() == "Half a sent"
    assert form["touched"].value() == [str(first.pk)]


def test_keeping_it_again_is_the_same_draft(as_anouk, address, kept):
    as_anouk.post(address, TYPED | {"draft": str(kept.pk), "what_happened": "More"})

    assert Draft.objects.get().content["what_happened"] == ["More"]


def test_saving_takes_the_draft_away(as_anouk, address, kept):
    fields = {"on": moment.today(), "how": "visit", "what_happened": "Whole."}
    as_anouk.post(address, fields | {"draft": str(kept.pk)})

    assert (Session.objects.count(), Draft.objects.count()) == (1, 0)


def test_a_mistake_leaves_the_draft(as_anouk, address, kept):
    response = as_anouk.post(address, {"draft": str(kept.pk)})

    assert (response.status_code, Draft.objects.count()) == (200, 1)
    assert response.context["draft_key"] == str(kept.pk)


def test_a_contact_is_kept_with_its_way_back(as_anouk, mirela):
    agency = MakeAgency()
    typed = {"keep": "1", "agency": str(agency.pk), "next": "priorities", "row": "x"}
    as_anouk.post(page(mirela, "contact-new"), typed)
    context = as_anouk.get(Draft.objects.get().get_absolute_url()).context

    assert context["form"]["agency"].value() == str(agency.pk)
    assert (context["comes_from"], context["row"]) == ("priorities", "x")
    assert AgencyContact.objects.count() == 0


def test_the_list_shows_own_drafts_and_says_so_in_the_log(as_anouk, kept, mirela):
    response = as_anouk.get(reverse("participants:drafts"))

    line = AccessEvent.objects.get()
    assert response.context["drafts"] == [kept]
    assert (line.action, line.case_codes) == ("list", [mirela.participant.code])


def test_nobody_else_sees_a_draft(client, kept, joost, cover, mirela):
    client.force_login(joost)
    listed = client.get(reverse("participants:drafts")).context["drafts"]

    assert listed == []
    assert client.get(kept.get_absolute_url()).status_code == 404
    removal = page(mirela, "draft-remove", kept.pk)
    assert client.post(removal).status_code == 404
    assert Draft.objects.count() == 1


def test_a_draft_ends_with_the_assignment(as_anouk, kept, mirela):
    mirela.participant.assignments.update(ends_at=moment.now() - timedelta(hours=1))
    listed = as_anouk.get(reverse("participants:drafts")).context["drafts"]

    assert listed == []
    assert as_anouk.get(kept.get_absolute_url()).status_code == 404


def test_a_draft_is_gone_after_fourteen_days(as_anouk, kept):
    Draft.objects.update(saved_at=moment.now() - timedelta(days=14))

    assert as_anouk.get(kept.get_absolute_url()).status_code == 404


def test_a_draft_opens_in_its_own_dossier_only(as_anouk, kept, anouk, waterveen):
    other = page(make_dossier(anouk, waterveen), "session-new")

    assert as_anouk.get(other, {"draft": kept.pk}).status_code == 404


@pytest.mark.parametrize("named", ["x", "a\0b", "00000000-0000-0000-0000-000000000000"])
def test_a_draft_that_is_not_there_is_not_found(as_anouk, address, named):
    assert as_anouk.get(address, {"draft": named}).status_code == 404


def test_a_foreign_draft_is_neither_changed_nor_removed(
    client, address, kept, joost, cover
):
    client.force_login(joost)
    fields = {"on": moment.today(), "how": "visit", "what_happened": "Whole."}
    client.post(address, fields | {"draft": str(kept.pk)})
    client.post(address, TYPED | {"draft": str(kept.pk)})

    kept.refresh_from_db()
    assert kept.content["what_happened"] == ["Half"]
    assert Draft.objects.filter(author=joost).count() == 1


def test_a_draft_is_thrown_away(as_anouk, kept, mirela):
    response = as_anouk.post(page(mirela, "draft-remove", kept.pk))

    assert response.url == reverse("participants:drafts")
    assert Draft.objects.count() == 0


def test_a_draft_of_a_closed_dossier_can_be_thrown_away(as_anouk, kept, mirela, anouk):
    mirela.enter("dropped_out", anouk, reason="lost_contact", destination="unknown")
    as_anouk.post(page(mirela, "draft-remove", kept.pk))

    assert Draft.objects.count() == 0
