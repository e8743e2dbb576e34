"""An emergency in an extra protected dossier: one asks, a second person answers."""

from datetime import timedelta

import pytest
import time_machine
from django.urls import reverse
from django.utils import timezone

from counsellors.models import AccessEvent
from participants.models import BreakGlass, Protection
from tests.factories import MakeBreakGlass, make_protected
from tests.participants.protecting import address_of, text
from tests.routes import page
from tests.windows import second_window

REASON = "She called in distress and her counsellor is ill"


@pytest.fixture
def asked(act, mirela, joost):
    """Joost asks to open her dossier for four hours."""
    make_protected(mirela)
    act(joost, "break-glass", reason=REASON, hours="4")
    return BreakGlass.objects.get()


def test_it_waits_for_a_second_person_and_leads_in(act, look, mirela, joost, tess):
    make_protected(mirela)
    sent = act(joost, "break-glass", reason=REASON, hours="4")
    asked = BreakGlass.objects.get()
    waiting = look(joost, sent.url)
    closed = look(joost).status_code
    act(tess, address_of("emergency-approval", asked), answer="open")

    assert sent.url == address_of("emergency-waiting", asked)
    assert ("A second person must agree" in text(waiting), closed) == (True, 404)
    assert look(joost, sent.url).url == page("overview", mirela)
    assert look(joost).status_code == 200
    assert look(joost, "edit").status_code == 403
    asked.refresh_from_db()
    assert (asked.approved_by, asked.approved_at) == (tess, asked.starts_at)
    assert asked.ends_at - asked.starts_at == timedelta(hours=4)


def test_asked_twice_it_is_one_question(act, asked, joost):
    again = act(joost, "break-glass", reason=REASON, hours="1")

    assert again.url == address_of("emergency-waiting", asked)
    assert BreakGlass.objects.count() == 1


def test_a_second_person_leaves_it_closed_and_says_why(act, look, asked, joost, pim):
    approval = address_of("emergency-approval", asked)
    bare = act(pim, approval, answer="closed")
    act(pim, approval, answer="closed", why_not="Call her counsellor")
    Protection.objects.all().update(ends_at=timezone.now(), ended_by=pim)

    assert list(bare.context["form"].errors) == ["why_not"]
    assert "Call her counsellor" in text(
        look(joost, address_of("emergency-waiting", asked))
    )
    assert look(joost).status_code == 404
    lines = AccessEvent.objects.filter(page="participants:emergency-approval")
    assert lines.latest("pk").action == "change"


def test_nobody_agrees_with_oneself(act, look, mirela, tess):
    make_protected(mirela)
    act(tess, "break-glass", reason=REASON, hours="1")
    approval = address_of("emergency-approval", BreakGlass.objects.get())

    assert act(tess, approval, answer="open").status_code == 404
    assert look(tess).status_code == 404


def test_after_a_day_it_is_over(act, look, asked, joost, tess):
    with time_machine.travel(asked.starts_at + timedelta(hours=24), tick=False):
        late = act(tess, address_of("emergency-approval", asked), answer="open")
        waiting = look(joost, address_of("emergency-waiting", asked))
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

    assert days == {
        anouk: [
            "Joost Bakker asks to open this dossier in an emergency.",
            "safe contact not asked yet.",
            "not seen for 99 days.",
        ],
        joost: ["you asked to open this dossier; a second person must agree."],
    }
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
    approval = address_of("emergency-approval", asked)
    first = act(tess, approval, answer="open")
    second = act(pim, approval, answer="closed", why_not="No")

    asked.refresh_from_db()
    assert (first.status_code, second.status_code) == (302, 409)
    assert (asked.approved_by, asked.reviewed_by) == (tess, None)


@pytest.mark.django_db(transaction=True)
def test_of_two_at_once_one_stands(act, asked, tess, pim):
    """The second waits for the first, finds it answered, and changes nothing."""
    approval = address_of("emergency-approval", asked)
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


def test_an_emergency_before_the_protection_still_asks_why(look, mirela, joost):
    """It was open then: it is nobody's question now."""
    MakeBreakGlass(participant=mirela.participant, user=joost, is_over=True)
    make_protected(mirela)

    [need] = look(joost, "/").context["day"].needs
    assert need.verb == "Write what you did"
