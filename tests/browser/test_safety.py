"""What protects her: the number's guard and the hidden screen."""

import pytest

from counsellors.models import AccessEvent
from participants.models import SafeContact
from tests.browser.chromium import expect
from tests.factories import MakeSafeContact

NUMBER = "06 5550 0142"
TIME_HIDING = """() => {
  const veil = document.querySelector("[data-veil]");
  window.times = [];
  let pressed;
  addEventListener("keydown", (event) => { pressed = event.timeStamp; }, true);
  new MutationObserver(() => veil.hidden || requestAnimationFrame(() =>
    window.times.push(performance.now() - pressed)))
    .observe(veil, { attributeFilter: ["hidden"] });
}"""
TRIES = 3


@pytest.mark.parametrize("route", ["overview", "safe-contact", "timeline"])
def test_a_number_that_may_not_be_called_stands_nowhere(open_page, world, route):
    page = open_page()
    page.goto(world.at(route))

    expect(page.locator("[data-safety]")).to_contain_text("Do not call")
    assert page.locator("a[href^='tel:']").count() == 0
    assert page.get_by_role("button", name="Show number").count() == 0


def test_a_number_is_shown_after_its_rules_and_asking_is_logged(open_page, world):
    page = open_page("olga")
    MakeSafeContact(
        participant=world.busy,
        recorded_by=world.user("olga"),
        channels=["call"],
        phone=NUMBER,
    )
    page.goto(world.at("safe-contact", code=world.busy.code))
    page.get_by_role("button", name="Show number").click()

    call = page.get_by_role("link", name=f"Call now: {NUMBER}")
    expect(call).to_have_attribute("href", "tel:0655500142")
    assert AccessEvent.objects.latest("at").action == "reveal"


def test_outside_her_hours_the_rule_comes_before_the_number(open_page, world):
    page = open_page("olga")
    MakeSafeContact(
        participant=world.busy,
        recorded_by=world.user("olga"),
        channels=["call"],
        phone=NUMBER,
        from_time="23:58",
        until_time="23:59",
    )
    page.goto(world.at("safe-contact", code=world.busy.code))
    page.get_by_role("button", name="Show number").click()

    expect(page.get_by_text("not a safe moment")).to_be_visible()
    assert NUMBER not in page.content()
    page.get_by_role("button", name="Show the number anyway").click()
    expect(page.get_by_role("link", name=f"Call now: {NUMBER}")).to_be_visible()


def test_shift_three_times_hides_the_screen(open_page, world):
    page = open_page()
    page.goto(world.at("overview"))
    for _ in range(3):
        page.keyboard.press("Shift")

    expect(page.locator("[data-veil]")).to_be_visible()
    expect(page).to_have_title("Notes")
    expect(page.get_by_role("button", name="Continue")).to_be_focused()


def test_hiding_takes_a_fifth_of_a_second_at_most(open_page, world):
    """The quickest of some tries: a busy machine makes the others slow."""
    page = open_page()
    page.goto(world.at("overview"))
    page.evaluate(TIME_HIDING)
    for tries in range(1, TRIES + 1):
        for _ in range(3):
            page.keyboard.press("Shift")
        page.wait_for_function(f"() => window.times.length === {tries}")
        page.get_by_role("button", name="Continue").click()

    assert min(page.evaluate("() => window.times")) <= 200


def test_a_hidden_screen_comes_back_where_it_was(open_page, world):
    page = open_page()
    page.goto(world.at("overview"))
    title = page.title()
    page.get_by_role("button", name="Hide screen").click()
    expect(page.get_by_role("main")).to_have_attribute("inert", "")
    page.get_by_role("button", name="Continue").click()

    expect(page.locator("[data-veil]")).to_be_hidden()
    expect(page).to_have_title(title)


def test_no_safe_contact_means_no_message(open_page, world):
    page = open_page("olga")
    page.goto(world.at("overview", code=world.empty.code))

    expect(page.locator("[data-safety]")).to_contain_text("Leave no message")
    assert not SafeContact.objects.filter(participant=world.empty).exists()


def test_the_admin_is_not_hidden_before_someone_hides_it(open_page):
    page = open_page("ada")
    page.goto("/admin/")

    expect(page.get_by_role("heading", level=1)).to_be_visible()
    expect(page.locator("[data-veil]")).to_be_hidden()
