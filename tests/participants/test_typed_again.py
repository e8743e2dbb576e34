"""A text that no draft may keep stands on the page that says why it was not taken."""

import re
from html import unescape

from django.contrib.sessions.models import Session as BrowserSession
from django.utils import timezone

from participants.models import Draft
from tests.routes import page
from tests.typed import UNFINISHED

TEXT = "She fears <him> & his brother.\nShe stays with a friend."


def shown_again(response):
    found = re.findall(r'typed__text">(.*?)</block', response.content.decode())
    return [unescape(text.replace("<br>", "\n")) for text in found]


def test_when_log_in_ended_it_is_shown_to_the_browser_that_sent_it(as_anouk, mirela):
    address = page("flags", mirela)
    BrowserSession.objects.all().delete()

    answer = as_anouk.post(address, {"text": TEXT, "password": "two words"})

    assert (answer.status_code, shown_again(answer)) == (401, [TEXT])
    log_in = f'href="/accounts/login/?next={address}"'
    assert log_in in answer.content.decode()


def test_what_has_no_words_in_it_goes_to_log_in_at_once(as_anouk, mirela):
    BrowserSession.objects.all().delete()

    answer = as_anouk.post(page("flags", mirela), {"text": "short"})

    assert answer.status_code == 302


def test_when_the_right_ended_it_is_shown_and_nothing_kept(as_anouk, mirela):
    address = page("session-new", mirela)
    ticket = str(as_anouk.get(address).context["draft_ticket"])
    mirela.participant.assignments.update(ends_at=timezone.now())

    answer = as_anouk.post(
        address, UNFINISHED | {"draft": ticket, "what_happened": TEXT}
    )

    assert (answer.status_code, Draft.objects.count()) == (404, 0)
    assert TEXT in shown_again(answer)


def test_who_else_logged_in_there_is_not_shown_it(as_anouk, mirela, joost):
    address = page("session-new", mirela)
    ticket = str(as_anouk.get(address).context["draft_ticket"])
    as_anouk.force_login(joost)

    answer = as_anouk.post(
        address, UNFINISHED | {"draft": ticket, "what_happened": TEXT}
    )

    assert (answer.status_code, shown_again(answer)) == (404, [])


def test_another_site_puts_no_words_on_our_page(as_anouk, mirela):
    BrowserSession.objects.all().delete()
    from_elsewhere = {"Sec-Fetch-Site": "cross-site"}

    answer = as_anouk.post(
        page("flags", mirela), {"text": TEXT}, headers=from_elsewhere
    )

    assert answer.status_code == 302
