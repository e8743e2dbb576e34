"""The second step through the real pages: an app by its letters, and a key."""

import re
import time

from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value

from participants.demo.people import PASSWORD
from tests.browser.checks import problems
from tests.browser.chromium import expect


def log_in(page):
    page.get_by_label("E-mail address").fill("anouk@koers.example")
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Log in").click()


def code(letters, ahead=0):
    return format_hotp_value(hotp_value(letters, int(time.time()) // 30 + ahead))


def test_who_has_nothing_yet_adds_an_app_and_shows_it_from_then_on(
    open_page, world, settings
):
    settings.SECOND_FACTOR = True
    page = open_page(None)
    world.speak("anouk", "en")
    page.goto("/")
    log_in(page)
    page.get_by_role("link", name="Add an app").click()
    letters = page.locator(".qr__letters code").inner_text()
    page.get_by_label("Code").fill(code(letters, -1))
    page.get_by_role("button", name="Add the app").click()
    expect(page.locator(".codes li")).to_have_count(10)
    assert problems(page, "en", axe_at=[1440, 390]) == []

    page.goto("/accounts/logout/")
    page.get_by_role("button", name="Log out").click()
    log_in(page)
    expect(page.get_by_role("heading", level=1)).to_have_text("Second step")
    assert problems(page, "en", axe_at=[1440, 390]) == []
    page.get_by_label("Code").fill(code(letters))
    page.get_by_role("button", name="Log in").click()
    page.wait_for_url(re.compile("//[^/]+/$"))


def test_a_key_is_added_and_lets_in(open_page, world, settings, home):
    settings.SECOND_FACTOR = True
    page = open_page(None)
    world.speak("anouk", "en")
    # A key knows a site by its name: an address of figures has none.
    named = home.replace("127.0.0.1", "localhost")
    page.context.watch.home = named
    page.context.add_cookies([{"name": "language", "value": "en", "url": named}])
    plug_in_a_key(page)
    page.goto(named)
    log_in(page)
    page.get_by_role("link", name="Add a key").click()
    page.get_by_role("button", name="Add this key").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Recovery codes")

    page.goto(f"{named}/accounts/logout/")
    page.get_by_role("button", name="Log out").click()
    log_in(page)
    page.get_by_role("button", name="Use your key").click()
    page.wait_for_url(re.compile("//[^/]+/$"))


def plug_in_a_key(page):
    devices = page.context.new_cdp_session(page)
    devices.send("WebAuthn.enable")
    device = {
        "protocol": "ctap2",
        "transport": "usb",
        "automaticPresenceSimulation": True,
    }
    devices.send("WebAuthn.addVirtualAuthenticator", {"options": device})
