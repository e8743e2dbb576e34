"""Interruptions of a long note: its text is there, up to the last five seconds."""

from dataclasses import dataclass

import pytest
from django.contrib.sessions.models import Session as BrowserSession
from playwright.sync_api import Error, Page

from exitprog import moment
from participants.demo.people import PASSWORD
from participants.models import Draft, Session
from tests.browser.checks import problems
from tests.browser.chromium import expect
from tests.browser.conftest import give
from tests.browser.copies import Copies
from tests.browser.server import Server
from tests.browser.world import World

EVERY = 5000
LONGEST = 5000
LATEST = "\nIn de laatste seconden."
LINES = [f"{n}. Zij vertelde over de brief en over de één euro." for n in range(99)]
EARLIER = "\n".join(LINES)[: LONGEST - len(LATEST)]
ALL = EARLIER + LATEST


@dataclass
class Writing:
    """She typed EARLIER, which is kept, and in the last seconds LATEST."""

    page: Page
    world: World
    server: Server
    copies: Copies

    @property
    def context(self):
        return self.page.context

    @property
    def box(self):
        return self.page.locator("[name=what_happened]")

    def type(self, text):
        self.box.focus()
        for start in range(0, len(text), 1000):
            self.page.keyboard.insert_text(text[start : start + 1000])

    def wait(self, milliseconds=EVERY):
        self.page.clock.run_for(milliseconds)

    def reads(self, told):
        """The page says so where she looks; it still shows all that was typed."""
        expect(self.page.locator("[data-draft]")).to_contain_text(told)
        assert self.box.input_value() == ALL

    def save(self):
        self.page.get_by_role("button", name="Save", exact=True).click()

    def is_held(self):
        self.reads("Not saved yet: the server gives no answer. Keep this page open.")
        expect(self.page.locator("[data-draft]")).to_be_in_viewport()

    def expect_problems(self, *statuses):
        self.context.watch.allowed |= set(statuses)

    def be(self, name):
        """Whose log-in the browser holds from now on."""
        give(self.context, self.server.address, "session", self.world.sessions[name])

    def found_again(self, text):
        """What the draft shows; a page that is left sends `text` while it goes."""
        self.page.goto(self.world.at("session-new"))
        for _try in range(100):
            if kept(self.world) == text:
                break
            self.page.wait_for_timeout(20)
        self.page.locator(".begun").get_by_role("link", name="Go on").click()
        return self.box.input_value()


def kept(world):
    [draft] = Draft.objects.filter(participant=world.mirela)
    [text] = draft.content["what_happened"]
    return text.replace("\r\n", "\n")


@pytest.fixture
def writing(open_page, world, server, copies, settings):
    settings.SESSION_LOCKS_AFTER = settings.SESSION_COOKIE_AGE // 2
    writing = Writing(open_page(), world, server, copies)
    writing.page.clock.install()
    writing.page.goto(world.at("session-new"))
    writing.type(EARLIER)
    writing.wait()
    expect(writing.page.locator("[data-draft]")).to_contain_text("Saved ")
    writing.type(LATEST)
    return writing


def her_log_in_ends(writing):
    writing.expect_problems(401)
    BrowserSession.objects.all().delete()
    writing.wait()
    writing.reads("Your log-in has ended. What you typed until")
    writing.page.get_by_role("link", name="Log in again").click()
    log_in(writing.page)


def log_in(page):
    page.get_by_label("E-mail address").fill("anouk@koers.example")
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Log in").click()


def her_screen_locks(writing):
    page = writing.page
    page.clock.fast_forward("05:00:01")
    expect(page.get_by_role("heading", level=1)).to_have_text("This screen is locked")
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Go on").click()
    writing.wait()
    writing.reads("Saved ")


def someone_else_logs_in(writing):
    writing.expect_problems(403)
    writing.be("joost")
    writing.world.speak("joost", "en")
    writing.wait()
    expect(writing.page.locator("body")).to_have_text(
        "Someone else logged in here. What was typed before is with its author."
    )
    writing.page.goto("/drafts/")
    expect(writing.page.locator("main")).to_contain_text("No drafts.")
    writing.be("anouk")


def the_server_is_killed(writing):
    with writing.server.down():
        writing.wait()
        writing.reads("Not saved: no connection. Keep this page open.")
        writing.save()
        writing.is_held()


def the_server_is_overloaded(writing):
    writing.expect_problems(503)
    writing.context.route("**/*", lambda route: route.fulfill(status=503, body="Busy"))
    writing.save()
    writing.is_held()
    writing.context.unroute_all()


def the_database_loses_power(writing):
    writing.expect_problems(500)
    with writing.copies.cut_off():
        writing.save()
        writing.is_held()


def the_connection_is_lost(writing):
    writing.context.set_offline(True)
    writing.wait()
    writing.reads("Not saved: no connection. Keep this page open.")
    writing.context.set_offline(False)
    writing.reads("Saved ")


def the_connection_is_lost_and_her_session_ends(writing):
    """The text waits, out of sight, until her ticket has saved it."""
    page = writing.page
    writing.expect_problems(401)
    writing.context.set_offline(True)
    BrowserSession.objects.all().delete()
    page.clock.fast_forward("10:00:01")
    expect(page.get_by_role("alert")).to_contain_text("is not saved yet. Keep this")
    assert page.locator("main form").count() == 0
    assert "Mirela" not in page.content()
    writing.context.set_offline(False)
    log_in(page)


def she_loads_the_page_anew(writing):
    writing.page.reload()


def she_goes_back_and_forward(writing):
    writing.page.goto("/help/keys/")
    writing.page.go_back()
    writing.page.go_forward()


def she_closes_the_tab(writing):
    writing.page.close()
    writing.page = writing.context.new_page()


def the_tab_crashes(writing):
    with pytest.raises(Error, match="crash"):
        writing.page.goto("chrome://crash")
    writing.page.close()
    writing.page = writing.context.new_page()


def the_browser_forgets_its_proof(writing):
    """The cookie without which no form is taken: she presses Save."""
    writing.expect_problems(403)
    writing.context.clear_cookies(name="csrf")
    writing.save()
    page = writing.page
    expect(page.locator("main")).to_contain_text("What you typed is kept as a draft.")
    assert problems(page, "en") == []
    page.get_by_role("link", name="Go to your drafts").click()


def she_guides_her_no_longer(writing):
    """The text stays on the page; what was kept is found when the right returns."""
    writing.expect_problems(409)
    guides = writing.world.mirela.assignments.filter(user__name="Anouk de Wit")
    guides.update(ends_at=moment.now())
    writing.save()
    writing.reads("Not saved: this dossier is no longer open to you. Copy your text")
    guides.update(ends_at=None)


FOUND = {
    her_log_in_ends: ALL,
    her_screen_locks: ALL,
    someone_else_logs_in: EARLIER,
    the_server_is_killed: ALL,
    the_server_is_overloaded: ALL,
    the_database_loses_power: ALL,
    the_connection_is_lost: ALL,
    the_connection_is_lost_and_her_session_ends: ALL,
    she_loads_the_page_anew: ALL,
    she_goes_back_and_forward: ALL,
    she_closes_the_tab: ALL,
    the_tab_crashes: EARLIER,
    the_browser_forgets_its_proof: ALL,
    she_guides_her_no_longer: ALL,
}


@pytest.mark.parametrize("interrupt", FOUND, ids=lambda found: found.__name__)
def test_the_text_is_there_when(interrupt, writing):
    assert len(ALL) == LONGEST

    interrupt(writing)

    text = FOUND[interrupt]
    assert writing.found_again(text) == text


def test_save_waits_for_the_server_and_then_goes_by_itself(writing):
    for answer in ["Office", "Not asked"]:
        writing.page.get_by_role("radio", name=answer, exact=True).check()
    with writing.server.down():
        writing.save()
        writing.is_held()
    writing.wait()

    expect(writing.page.get_by_role("status").first).to_contain_text(
        "The session is saved."
    )
    assert Session.objects.latest("recorded_at").what_happened == ALL
    assert not Draft.objects.filter(participant=writing.world.mirela).exists()


def test_who_types_on_while_save_waits_presses_it_again(writing):
    state = writing.page.locator("[data-draft]")
    with writing.server.down():
        writing.save()
        writing.is_held()
        writing.box.press("End")
        writing.box.press("Backspace")
        expect(state).to_have_text("Not saved. Keep this page open.")
    writing.wait()

    expect(state).to_contain_text("Saved ")
