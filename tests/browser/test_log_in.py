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
    for _step in range(2):
        # Going on while a page is still taking over finds nobody to go back.
        asks_anew(page)
        page.go_back()

    asks_anew(page)
    assert "Mirela" not in page.content()


def asks_anew(page):
    expect(page.get_by_role("heading", name="Log in")).to_be_visible()
    page.wait_for_load_state()
