"""On paper stands the dossier, without what only a screen needs."""

from tests.browser.chromium import expect

SCREEN_ONLY = [".topbar", ".tabs", ".tabbar", ".footer", ".veil"]


def test_the_overview_prints_without_navigation(open_page, world):
    page = open_page(theme="dark")
    page.goto(world.at("overview"))
    page.emulate_media(media="print", color_scheme="dark")

    for part in SCREEN_ONLY:
        expect(page.locator(part)).to_be_hidden()
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    expect(page.locator("[data-safety]")).to_be_visible()
    ink = page.evaluate("() => getComputedStyle(document.body).color")
    assert ink == "rgb(0, 0, 0)"
