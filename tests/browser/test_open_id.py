"""Logging in at the organisation's provider, through the real pages of both."""

from tests.browser.chromium import expect
from tests.open_id_provider import Provider


def test_the_button_leads_there_and_back_to_the_second_step(open_page, world, settings):
    settings.SECOND_FACTOR = True
    provider = Provider()
    settings.OPEN_ID = provider.settings
    page = open_page(None, javascript=False)
    world.speak("anouk", "en")
    page.goto("/accounts/login/")
    page.get_by_role("button", name="Log in with Waterveen").click()
    page.get_by_role("link", name="I agree").click()
    provider.stop()

    expect(page.get_by_role("link", name="Add an app")).to_be_visible()
    watch = page.context.watch
    assert [each.split("?")[0] for each in watch.problems] == [
        f"a request leaves the house: {provider.issuer}/authorize"
    ]
    watch.forget()
