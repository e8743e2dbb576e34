"""The pages of extra protection: setting and ending it, names, and a second person."""

from datetime import timedelta

import pytest
import time_machine
from django.core import mail
from django.urls import reverse
from django.utils import timezone

from counsellors.models import AccessEvent
from participants.models import Assignment, BreakGlass, Naming, Protection
from tests.factories import MakeBreakGlass, MakeDraft, MakeNaming, make_protected
from tests.routes import page
from tests.windows import second_window

REASON = "She called in distress and her counsellor is ill"
LISTS = ["home", "list", "agenda", "drafts", "handovers"]


@pytest.fixture
def act(client, mirela):
    """Posts as someone to a page of Mirela's dossier, or to one by its address."""

    def post(user, name, *keys, **typed):
        client.force_login(user)
        address = name if name.startswith("/") else page(name, mirela, *keys)
        return client.post(address, typed)

    return post


@pytest.fixture
def look(client, mirela):
    def get(user, name="overview", *keys):
        client.logout()
        client.force_login(user)
        address = name if name.startswith("/") else page(name, mirela, *keys)
        return client.get(address)

    return get


@pytest.fixture
def asked(act, mirela, joost):
    """Joost asks to open her dossier for four hours."""
    make_protected(mirela)
    act(joost, "break-glass", reason=REASON, hours="4")
    return BreakGlass.objects.get()


def emergency(name, row):
    return reverse(f"participants:{name}", args=[row.pk])


def told(response):
    return [str(message) for message in response.wsgi_request._messages]


def text(response):
    return " ".join(response.content.decode().split())


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


# An emergency


def test_it_waits_for_a_second_person_and_leads_in(act, look, mirela, joost, tess):
    make_protected(mirela)
    sent = act(joost, "break-glass", reason=REASON, hours="4")
    asked = BreakGlass.objects.get()
    waiting = look(joost, sent.url)
    closed = look(joost).status_code
    act(tess, emergency("emergency-approval", asked), answer="open")

    assert sent.url == emergency("emergency-waiting", asked)
    assert ("A second person must agree" in text(waiting), closed) == (True, 404)
    assert look(joost, sent.url).url == page("overview", mirela)
    assert look(joost).status_code == 200
    assert look(joost, "edit").status_code == 403
    asked.refresh_from_db()
    assert (asked.approved_by, asked.approved_at) == (tess, asked.starts_at)
    assert asked.ends_at - asked.starts_at == timedelta(hours=4)


def test_asked_twice_it_is_one_question(act, asked, joost):
    again = act(joost, "break-glass", reason=REASON, hours="1")

    assert again.url == emergency("emergency-waiting", asked)
    assert BreakGlass.objects.count() == 1


def test_a_second_person_leaves_it_closed_and_says_why(act, look, asked, joost, pim):
    approval = emergency("emergency-approval", asked)
    bare = act(pim, approval, answer="closed")
    act(pim, approval, answer="closed", why_not="Call her counsellor")
    Protection.objects.all().update(ends_at=timezone.now(), ended_by=pim)

    assert list(bare.context["form"].errors) == ["why_not"]
    assert "Call her counsellor" in text(
        look(joost, emergency("emergency-waiting", asked))
    )
    assert look(joost).status_code == 404
    lines = AccessEvent.objects.filter(page="participants:emergency-approval")
    assert lines.latest("pk").action == "change"


def test_nobody_agrees_with_oneself(act, look, mirela, tess):
    make_protected(mirela)
    act(tess, "break-glass", reason=REASON, hours="1")
    approval = emergency("emergency-approval", BreakGlass.objects.get())

    assert act(tess, approval, answer="open").status_code == 404
    assert look(tess).status_code == 404


def test_after_a_day_it_is_over(act, look, asked, joost, tess):
    with time_machine.travel(asked.starts_at + timedelta(hours=24), tick=False):
        late = act(tess, emergency("emergency-approval", asked), answer="open")
        waiting = look(joost, emergency("emergency-waiting", asked))
        listed = look(tess, reverse("participants:emergencies")).context

    assert (late.status_code, "It is closed" in text(waiting)) == (409, True)
    assert (listed["asked"], listed["waiting"]) == ([], [asked])


def test_it_is_asked_on_the_day_of_each_who_has_to_do_with_it(
    client, look, asked, joost, tess, pim, anouk, mirela
):
    days = {
        user: [need.text for need in look(user, "/").context["day"].needs]
        for user in (anouk, joost)
    }
    lists = [look(user, reverse("participants:emergencies")) for user in (tess, pim)]
    caseload = look(
        tess, reverse("participants:programme-caseload", args=["waterveen"])
    )

    assert "Joost Bakker asks to open this dossier in an emergency." in days[anouk]
    assert days[joost] == [
        "you asked to open this dossier; a second person must agree."
    ]
    assert [page.context["asked"] for page in lists] == [[asked]] * 2
    assert [case.code for case in lists[0].context["protected"]] == [
        mirela.participant.code
    ]
    assert caseload.context["to_review"] == 1


def test_agreed_it_says_until_when_and_afterwards_asks_why(look, asked, joost, tess):
    asked.approve(tess)
    with time_machine.travel(asked.starts_at + timedelta(hours=1), tick=False):
        [during] = look(joost, "/").context["day"].needs
    with time_machine.travel(asked.ends_at, tick=False):
        [after] = look(joost, "/").context["day"].needs

    assert (during.verb, after.verb) == ("Open dossier", "Write what you did")


def test_of_two_second_persons_one_reads_that_it_was_answered(act, asked, tess, pim):
    approval = emergency("emergency-approval", asked)
    first = act(tess, approval, answer="open")
    second = act(pim, approval, answer="closed", why_not="No")

    asked.refresh_from_db()
    assert (first.status_code, second.status_code) == (302, 409)
    assert (asked.approved_by, asked.reviewed_by) == (tess, None)


@pytest.mark.django_db(transaction=True)
def test_of_two_at_once_one_stands(act, asked, tess, pim):
    """The second waits for the first, finds it answered, and changes nothing."""
    approval = emergency("emergency-approval", asked)
    with second_window(lambda: act(pim, approval, answer="open")) as begin:
        asked.approve(tess)
        second = begin()

    asked.refresh_from_db()
    assert (second.result().status_code, asked.approved_by) == (409, tess)


def test_a_stranger_gets_the_same_answer_as_ever(act, mirela, noor, joost):
    make_protected(mirela)
    foreign = act(noor, "break-glass", reason=REASON, hours="1")
    absent = act(noor, "/participants/ZZZ-ZZZZ/break-glass/", reason=REASON, hours="1")

    said = [list(r.context["form"].non_field_errors()) for r in (foreign, absent)]
    assert said == [["Your programme has no dossier with this code."]] * 2


# Who guides it


def test_a_lead_is_told_and_a_second_person_lets_the_new_counsellor_in(
    act, look, mirela, joost, tess, pim
):
    make_protected(mirela)
    shown = look(tess, "assignment")
    given = act(tess, "assignment", to=joost.pk)
    naming = Naming.objects.get(user=joost)
    answer = emergency("naming-answer", naming)
    before = look(joost).status_code
    mine = look(tess, answer).status_code
    listed = look(pim, reverse("participants:emergencies")).context["names"]
    act(pim, answer, answer="open")

    code = mirela.participant.code
    assert "This case is extra protected." in text(shown)
    assert f"{code} is extra protected: Joost Bakker sees it once named." in told(given)
    assert (before, mine, listed) == (404, 404, [naming])
    assert look(joost).status_code == 200
    assert Assignment.objects.in_force().get().user == joost


def test_a_name_that_is_not_given_stays_away(act, look, mirela, joost, tess, pim):
    make_protected(mirela)
    naming = MakeNaming(
        participant=mirela.participant, user=joost, named_by=tess, confirmed_by=None
    )
    answer = emergency("naming-answer", naming)
    first = act(pim, answer, answer="closed")
    second = act(pim, answer, answer="open")

    naming.refresh_from_db()
    assert (first.status_code, second.status_code) == (302, 404)
    assert (naming.is_confirmed, naming.ends_at is None) == (False, False)


def test_an_emergency_before_the_protection_still_asks_why(look, mirela, joost):
    """It was open then: it is nobody's question now."""
    MakeBreakGlass(participant=mirela.participant, user=joost, is_over=True)
    make_protected(mirela)

    [need] = look(joost, "/").context["day"].needs
    assert need.verb == "Write what you did"
