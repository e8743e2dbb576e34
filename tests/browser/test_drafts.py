"""What is typed outlives the tab. Its interruptions: test_interruptions.py."""

from participants.models import Draft, Session
from tests.browser.chromium import expect

TYPED = "Ze belde zelf met de gemeente en kreeg een afspraak."
EVERY = 5000


def open_form(page, world, route="session-new", **kwargs):
    """A form whose clock the test turns on."""
    page.clock.install()
    page.goto(world.at(route, **kwargs))
    return page


def box(page, name="what_happened"):
    return page.locator(f"[name={name}]")


def write(page, name="what_happened"):
    box(page, name).fill(TYPED)
    page.clock.run_for(EVERY)


def state(page):
    return page.locator("[data-draft]")


def kept(world, text):
    """Whether a draft with that text is on the server, given the time of a request."""
    own = Draft.objects.filter(participant=world.mirela)
    return any([text] in draft.content.values() for draft in own)


def wait_for(page, found):
    for _try in range(100):
        if found():
            return
        page.wait_for_timeout(30)
    raise AssertionError(found)


def test_typing_is_saved_and_found_again_in_a_new_tab(open_page, world):
    page = open_form(open_page(), world)
    write(page)
    expect(state(page)).to_contain_text("Saved ")
    page.close()
    page = page.context.new_page()
    page.goto(world.at("session-new"))
    begun = page.locator(".begun", has_text="You started this on")
    begun.get_by_role("link", name="Go on").click()
    expect(box(page)).to_have_value(TYPED)
    for answer in ["Office", "Not asked"]:
        page.get_by_role("radio", name=answer, exact=True).check()
    page.get_by_role("button", name="Save", exact=True).click()

    expect(page.get_by_role("status").first).to_contain_text("The session is saved.")
    assert TYPED in {row.what_happened for row in Session.objects.all()}
    assert not kept(world, TYPED)


def test_two_tabs_stay_apart_and_each_is_kept_on_leaving(open_page, world):
    first = open_page()
    second = first.context.new_page()
    for page, text in [(first, "Eerst"), (second, "Daarna")]:
        page.goto(world.at("session-new"))
        box(page).fill(text)
    for page in (first, second):
        page.goto("/help/keys/")

    wait_for(first, lambda: kept(world, "Eerst") and kept(world, "Daarna"))
