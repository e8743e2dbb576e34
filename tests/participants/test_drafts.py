"""Forms kept for later: nothing is checked, nothing is lost, nobody else sees it."""

from datetime import timedelta

import pytest
from django.core.management import call_command
from django.urls import reverse, reverse_lazy

from counsellors.models import AccessEvent
from exitprog import moment
from participants.draft_ticket import new_ticket
from participants.models import AgencyContact, Draft, Session
from tests.factories import (
    MakeAgency,
    MakeBarrier,
    MakeBreakGlass,
    MakeDraft,
    make_dossier,
    make_order,
)
from tests.routes import page
from tests.typed import UNFINISHED

WRITE = reverse_lazy("participants:draft-write")


@pytest.fixture
def address(mirela):
    return page("session-new", mirela)


@pytest.fixture
def kept(mirela, anouk):
    content = {"how": ["visit"], "on": ["not a day"], "what_happened": ["Half"]}
    return MakeDraft(author=anouk, participant=mirela.participant, content=content)


@pytest.fixture
def ticket(kept):
    """What the page carries that went on with the draft."""
    return str(new_ticket(kept.author, kept.participant, kept.form, None, kept.pk))


def test_a_draft_keeps_whatever_was_typed(as_anouk, address, anouk, mirela):
    first, second = make_order(mirela, "A", "B")
    touched = [str(first.pk), str(second.pk)]
    response = as_anouk.post(address, UNFINISHED | {"touched": touched})

    draft = Draft.objects.get()
    assert response.url == reverse("participants:drafts")
    assert (draft.author, draft.form) == (anouk, "session-new")
    assert draft.content["touched"] == touched
    assert draft.content["on"] == ["not a day"]


def test_a_draft_is_not_in_the_dossier(as_anouk, address):
    as_anouk.post(address, UNFINISHED)

    assert Session.objects.count() == 0
    assert AccessEvent.objects.get().action == "change"


def test_going_on_restores_what_was_typed_without_complaint(as_anouk, address, mirela):
    first, _second = make_order(mirela, "A", "B")
    as_anouk.post(address, UNFINISHED | {"touched": [str(first.pk)]})
    form = as_anouk.get(Draft.objects.get().get_absolute_url()).context["form"]

    assert form.errors == {}
    assert (form["on"].value(), form["next_step_on"].value()) == ("not a day", "31-31")
    assert form["what_happened"].value() == "Half a sent"
    assert form["touched"].value() == [str(first.pk)]


def test_keeping_it_again_is_the_same_draft(as_anouk, address, ticket):
    as_anouk.post(address, UNFINISHED | {"draft": ticket, "what_happened": "More"})

    assert Draft.objects.get().content["what_happened"] == ["More"]


def test_saving_takes_the_draft_away(as_anouk, address, ticket):
    fields = {"on": moment.today(), "how": "visit", "what_happened": "Whole."}
    as_anouk.post(address, fields | {"draft": ticket})

    assert (Session.objects.count(), Draft.objects.count()) == (1, 0)


def test_a_mistake_leaves_the_draft(as_anouk, address, ticket, kept):
    response = as_anouk.post(address, {"draft": ticket})

    assert (response.status_code, Draft.objects.count()) == (200, 1)
    assert response.context["draft_ticket"].draft == kept.pk


def test_a_contact_is_kept_with_its_way_back(as_anouk, mirela):
    agency = MakeAgency()
    typed = {"keep": "1", "agency": str(agency.pk), "next": "priorities", "row": "x"}
    as_anouk.post(page("contact-new", mirela), typed)
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
    removal = page("draft-remove", mirela, kept.pk)
    assert client.post(removal).status_code == 404
    assert Draft.objects.count() == 1


def test_a_draft_ends_with_the_assignment(as_anouk, kept, mirela):
    mirela.participant.assignments.update(ends_at=moment.now() - timedelta(hours=1))
    listed = as_anouk.get(reverse("participants:drafts")).context["drafts"]

    assert listed == []
    assert as_anouk.get(kept.get_absolute_url()).status_code == 404


@pytest.mark.parametrize(("seconds", "found"), [(1, 1), (0, 0)])
def test_a_draft_is_there_until_fourteen_days_have_gone(kept, anouk, seconds, found):
    with moment.frozen(moment.now()):
        saved_at = moment.now() - timedelta(days=14) + timedelta(seconds=seconds)
        Draft.objects.update(saved_at=saved_at)

        assert Draft.objects.visible_to(anouk).count() == found


def test_after_an_emergency_the_note_on_it_alone_is_still_a_draft(mirela, joost):
    MakeBreakGlass(participant=mirela.participant, user=joost, is_over=True)
    for form in ("session-new", "emergency-note"):
        MakeDraft(author=joost, participant=mirela.participant, form=form)

    found = Draft.objects.visible_to(joost).values_list("form", flat=True)
    assert list(found) == ["emergency-note"]


def test_a_draft_opens_in_its_own_dossier_only(as_anouk, kept, anouk, waterveen):
    other = page("session-new", make_dossier(anouk, waterveen))

    assert as_anouk.get(other, {"draft": kept.pk}).status_code == 404


@pytest.mark.parametrize("named", ["x", "a\0b", "00000000-0000-0000-0000-000000000000"])
def test_a_draft_that_is_not_there_is_not_found(as_anouk, address, named):
    assert as_anouk.get(address, {"draft": named}).status_code == 404


def test_a_foreign_draft_is_neither_changed_nor_removed(
    client, address, kept, ticket, joost, cover
):
    client.force_login(joost)
    fields = {"on": moment.today(), "how": "visit", "what_happened": "Whole."}
    client.post(address, fields | {"draft": ticket})
    client.post(address, UNFINISHED | {"draft": ticket})

    kept.refresh_from_db()
    assert kept.content["what_happened"] == ["Half"]
    assert Draft.objects.filter(author=joost).count() == 1


def test_a_draft_is_thrown_away(as_anouk, kept, mirela):
    response = as_anouk.post(page("draft-remove", mirela, kept.pk))

    assert response.url == reverse("participants:drafts")
    assert Draft.objects.count() == 0


def test_a_draft_of_a_closed_dossier_can_be_thrown_away(as_anouk, kept, mirela, anouk):
    mirela.enter("dropped_out", anouk, reason="lost_contact", destination="unknown")
    as_anouk.post(page("draft-remove", mirela, kept.pk))

    assert Draft.objects.count() == 0


def test_a_barrier_hides_ones_own_draft(as_anouk, kept, anouk):
    MakeBarrier(participant=kept.participant, user=anouk)

    assert as_anouk.get(reverse("participants:drafts")).context["drafts"] == []


def test_the_empty_form_tells_of_what_waits_and_can_begin_again(
    as_anouk, address, kept, mirela
):
    facts = {"author": kept.author, "participant": kept.participant}
    other = MakeDraft(form="contact-new", **facts)
    found = as_anouk.get(address).context
    removal = page("draft-remove", mirela, kept.pk)
    response = as_anouk.post(removal, {"begin": "again"})

    assert (found["begun"], found["draft"]) == ([kept], None)
    assert response.url == address
    assert list(Draft.objects.all()) == [other]


def test_what_is_old_is_removed_for_good_and_twice_is_fine(kept, capsys):
    Draft.objects.update(saved_at=moment.now() - timedelta(days=14))
    call_command("remove_old_drafts", "--dry-run")
    counted = Draft.objects.count()
    call_command("remove_old_drafts")
    call_command("remove_old_drafts")

    assert (counted, Draft.objects.count()) == (1, 0)
    assert [line[-2:] for line in capsys.readouterr().out.splitlines()] == [
        "1.",
        "1.",
        "0.",
    ]


def test_the_command_leaves_what_is_still_shown(kept):
    Draft.objects.update(saved_at=moment.now() - timedelta(days=13, hours=23))
    call_command("remove_old_drafts")

    assert Draft.objects.get() == kept


def test_a_ticket_of_another_page_opens_nothing_here(as_anouk, address, ticket, mirela):
    typed = UNFINISHED | {"draft": ticket, "what_was_said": "Other"}
    as_anouk.post(page("contact-new", mirela), typed)

    kept = Draft.objects.get(form="session-new")
    assert kept.content["what_happened"] == ["Half"]
    assert Draft.objects.count() == 2


def test_the_note_on_an_emergency_outlives_the_emergency(client, joost, mirela):
    opened = MakeBreakGlass(participant=mirela.participant, user=joost, is_over=True)
    client.force_login(joost)
    address = reverse("participants:emergency-note", args=[opened.pk])
    answer = client.post(address, {"keep": "draft", "note": "I read"})
    listed = client.get(reverse("participants:drafts"))

    assert answer.url == "/"
    assert listed.context["drafts"] == [Draft.objects.get()]
    assert mirela.participant.alias not in listed.content.decode()
    assert client.get(address).context["begun"] == [Draft.objects.get()]


def test_the_draft_of_a_note_that_came_second_is_there_until_it_is_saved(
    client, joost, mirela
):
    opened = MakeBreakGlass(participant=mirela.participant, user=joost)
    client.force_login(joost)
    address = reverse("participants:emergency-note", args=[opened.pk])
    ticket = new_ticket(joost, mirela.participant, "emergency-note", opened.pk)
    sent = {"version": 1, "note": "Mine", "draft": str(ticket)}
    client.post(address, sent | {"keep": "draft"})
    opened.explain("From the other window")

    late = client.post(address, sent)
    kept = Draft.objects.count()
    again = client.post(address, dict(late.context["again"]))

    opened.refresh_from_db()
    assert (late.status_code, kept) == (409, 1)
    assert (again.status_code, Draft.objects.count()) == (302, 0)
    assert (opened.note, opened.version) == ("Mine", 3)
