"""The pages of extra protection: setting and ending it, names, and who guides it."""

from django.core import mail
from django.urls import reverse

from counsellors.models import AccessEvent
from participants.models import Assignment, Naming, Protection
from tests.factories import MakeDraft, MakeNaming, make_protected
from tests.participants.protecting import address_of, text

LISTS = ["home", "list", "agenda", "drafts", "handovers"]


def told(response):
    return [str(message) for message in response.wsgi_request._messages]


def test_its_counsellor_sets_it_and_who_is_not_named_finds_nothing(
    act, look, mirela, anouk, joost, cover, tess, django_capture_on_commit_callbacks
):
    MakeDraft(author=joost, participant=mirela.participant)
    with django_capture_on_commit_callbacks(execute=True):
        answer = act(anouk, "protection", reason="looked_for")
    line = AccessEvent.objects.latest("pk")

    assert (answer.status_code, line.action, line.case_code) == (
        302,
        "grant",
        mirela.participant.code,
    )
    assert [message.to for message in mail.outbox] == [[tess.email]]
    for name in ("overview", "priorities", "session-new", "safe-contact"):
        assert look(joost, name).status_code == 404, name
    for name in LISTS:
        shown = text(look(joost, reverse(f"participants:{name}")))
        assert not [w for w in ("Mirela", mirela.participant.code) if w in shown], name
    found = act(joost, reverse("participants:find"), q="Mirela")
    assert found.context["rows"] == []
    assert "Extra protected" in text(look(anouk))


def test_the_page_says_who_sees_it_and_lets_someone_in_and_out(
    act, look, mirela, anouk, joost, cover
):
    make_protected(mirela)
    before = look(anouk, "protection")
    act(anouk, "naming-new", to=joost.pk)
    after, seen = look(anouk, "protection"), look(joost).status_code
    act(anouk, "naming-end", Naming.objects.get(user=joost).pk)

    assert [right.user for right in before.context["unnamed"]] == [joost]
    assert after.context["unnamed"] == []
    assert [naming.user for naming, _kind in after.context["names"]] == [anouk, joost]
    assert (seen, look(joost).status_code) == (200, 404)


def test_nobody_takes_the_own_name_away(act, mirela, anouk):
    make_protected(mirela)

    own = Naming.objects.get()
    assert act(anouk, "naming-end", own.pk).status_code == 404


def test_with_an_offer_a_name_stays_until_that_is_decided(act, mirela, anouk, joost):
    make_protected(mirela)
    act(anouk, "transfer", to=joost.pk, sheet="Know this")

    assert (
        act(anouk, "naming-end", Naming.objects.get(user=joost).pk).status_code == 409
    )
    assert Naming.objects.in_force().count() == 2


def test_ending_it_names_who_sees_it_again(act, look, mirela, anouk, joost, cover):
    make_protected(mirela)
    asks = look(anouk, "protection-end")
    act(anouk, "protection-end")

    assert [right.user for right in asks.context["regain"]] == [joost]
    assert look(joost).status_code == 200
    assert look(anouk, "protection-end").status_code == 404


def test_who_covers_sets_and_ends_nothing(act, mirela, joost, cover):
    assert act(joost, "protection", reason="wish").status_code == 403
    make_protected(mirela, joost)
    assert act(joost, "protection-end").status_code == 403
    assert Protection.objects.in_force().count() == 1


def test_a_reason_is_chosen_and_a_stranger_is_no_choice(act, mirela, anouk, noor):
    answer = act(anouk, "protection", reason="\0", named=[noor.pk])

    assert list(answer.context["form"].errors) == ["reason", "named"]
    assert not Protection.objects.exists()


def test_a_lead_is_told_and_a_second_person_lets_the_new_counsellor_in(
    act, look, mirela, joost, tess, pim
):
    make_protected(mirela)
    shown = look(tess, "assignment")
    given = act(tess, "assignment", to=joost.pk)
    naming = Naming.objects.get(user=joost)
    answer = address_of("naming-answer", naming)
    before = look(joost).status_code
    mine = look(tess, answer).status_code
    listed = look(pim, reverse("participants:emergencies")).context["names"]
    act(pim, answer, answer="open")

    code = mirela.participant.code
    assert "This case is extra protected." in text(shown)
    assert told(given) == [
        f"Joost Bakker now guides {code}.",
        f"{code} is extra protected: Joost Bakker sees it once named.",
    ]
    assert (before, mine, listed) == (404, 404, [naming])
    assert look(joost).status_code == 200
    assert Assignment.objects.in_force().get().user == joost


def test_a_name_that_is_not_given_stays_away(act, look, mirela, joost, tess, pim):
    make_protected(mirela)
    naming = MakeNaming(
        participant=mirela.participant, user=joost, named_by=tess, confirmed_by=None
    )
    answer = address_of("naming-answer", naming)
    first = act(pim, answer, answer="closed")
    second = act(pim, answer, answer="open")

    naming.refresh_from_db()
    assert (first.status_code, second.status_code) == (302, 404)
    assert (naming.is_confirmed, naming.ends_at is None) == (False, False)
