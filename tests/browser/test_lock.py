"""The screen of who is away, with a clock that the test turns."""

from participants.demo.people import PASSWORD
from tests.browser.checks import problems
from tests.browser.chromium import expect

LOOK = "body => ['font', 'color', 'display'].map(of => getComputedStyle(body)[of])"


def test_a_screen_that_is_left_warns_then_shows_nothing_until_she_is_back(
    open_page, world, settings
):
    page = open_page()
    page.goto("/account/")
    settings.SESSION_LOCKS_AFTER, settings.SESSION_ENDS_IDLE_AFTER = 900, 1800
    page.clock.install()
    page.context.watch.forget(allowed={400})
    page.goto(world.at("bottleneck-new"))
    page.locator("[name=title]").fill("Half a sentence")

    page.clock.fast_forward("13:00")
    expect(page.get_by_role("button", name="Stay logged in")).to_be_visible()
    expect(page.locator("#live")).to_have_text("This screen locks in two minutes.")

    page.clock.fast_forward("02:00")
    expect(page.get_by_role("heading", level=1)).to_have_text("This screen is locked")
    assert "Mirela" not in page.content()
    assert page.title() == "Locked"

    page.get_by_label("Password").fill("wrong")
    page.get_by_role("button", name="Go on").click()
    expect(page.get_by_role("alert")).to_have_text(
        "This is not your password. Type it again."
    )
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Go on").click()
    expect(page.locator("[name=title]")).to_have_value("Half a sentence")


def test_the_admin_locks_in_place_as_every_page(open_page, settings):
    page = open_page("ada")
    page.goto("/account/")
    settings.SESSION_LOCKS_AFTER, settings.SESSION_ENDS_IDLE_AFTER = 900, 1800
    page.clock.install()
    page.goto("/admin/counsellors/user/")
    look = page.locator("body").evaluate(LOOK)

    page.clock.fast_forward("13:00")
    expect(page.locator("#live")).to_have_text("This screen locks in two minutes.")
    expect(page.locator("[data-lock-warning]")).to_be_in_viewport(ratio=1)
    page.clock.fast_forward("02:00")
    expect(page.get_by_role("heading", level=1)).to_have_text("This screen is locked")
    assert "Anouk" not in page.content()
    assert page.locator("body").evaluate(LOOK) != look
    assert problems(page, "en") == []

    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Go on").click()
    expect(page.get_by_role("link", name="Anouk de Wit")).to_be_visible()
    assert page.locator("body").evaluate(LOOK) == look


def test_a_window_lets_go_when_another_logs_out(open_page, world):
    page = open_page()
    page.goto(world.at("overview"))
    other = page.context.new_page()
    other.goto("/accounts/logout/")
    other.get_by_role("button", name="Log out").click()

    expect(page.get_by_role("heading", name="Log in")).to_be_visible()
    assert "Mirela" not in page.content()
