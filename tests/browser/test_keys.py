"""Single keys help who wants them, and are silent for who does not."""

from tests.browser.chromium import expect


def test_slash_finds_and_question_mark_explains(open_page):
    page = open_page()
    page.goto("/participants/")
    page.keyboard.press("/")
    expect(page.locator("#find-input")).to_be_focused()
    page.keyboard.type("?l/")
    expect(page.locator("#find-input")).to_have_value("?l/")
    page.locator("#find-input").blur()
    page.keyboard.press("?")

    expect(page).to_have_url("/help/keys/")


def test_switched_off_in_the_account_they_do_nothing(open_page, world):
    page = open_page()
    page.goto("/account/")
    page.get_by_label("Use single-key shortcuts").uncheck()
    page.get_by_role("button", name="Save").click()
    page.goto(world.at("overview"))
    for key in ["/", "l", "?"]:
        page.keyboard.press(key)

    expect(page.locator("#find-input")).not_to_be_focused()
    expect(page).to_have_url(world.at("overview"))
