"""Logging in and out through the real pages."""

from participants.demo.people import PASSWORD
from tests.browser.chromium import expect


def test_anouk_logs_in_and_finds_mirela(open_page):
    page = open_page(None)
    page.goto("/")
    page.get_by_label("E-mail address").fill("anouk@koers.example")
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Log in").click()
    page.get_by_role("link", name="Mirela", exact=True).first.click()

    expect(page.get_by_role("heading", level=1)).to_contain_text("Mirela")


def test_after_logging_out_the_back_button_shows_nothing(open_page, world):
    page = open_page()
    page.goto(world.at("overview"))
    page.goto("/accounts/logout/")
    page.get_by_role("button", name="Log out").click()
    page.go_back()
    page.go_back()

    expect(page.get_by_role("heading", name="Log in")).to_be_visible()
    assert "Mirela" not in page.content()
