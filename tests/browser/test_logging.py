"""A session is logged from the dossier in six interactions."""

import pytest

from participants.models import Session
from tests.browser.chromium import expect
from tests.browser.hand import Hand

HAPPENED = "Koffie op kantoor. Ze belt morgen zelf met de gemeente."


@pytest.mark.parametrize("language", ["nl", "en"])
def test_a_session_is_logged_in_six_interactions(open_page, world, language):
    page = open_page("anouk", language)
    hand = Hand(page, language)
    page.goto(world.at("overview"))

    hand.press("l")
    hand.click(hand.find("radio", "Office", exact=True))
    hand.click(page.locator(".picks__option input").first)
    hand.write(page.get_by_label(hand.says("What happened")), HAPPENED)
    hand.click(hand.find("radio", "Not asked", exact=True))
    hand.click(hand.find("button", "Save", exact=True))

    expect(page.get_by_role("status").first).to_contain_text(
        hand.says("The session is saved.")
    )
    assert hand.interactions <= 6
    assert world.session().what_happened == HAPPENED
    assert world.session().touches.get().bottleneck == world.first_bottleneck()


def test_keeping_a_draft_loses_nothing_that_was_typed(open_page, world):
    page = open_page()
    page.goto(world.at("session-new"))
    page.get_by_label("What happened").fill(HAPPENED)
    page.get_by_role("button", name="Keep as draft").click()
    page.locator("main a[href*='draft=']").first.click()

    expect(page.get_by_label("What happened")).to_have_value(HAPPENED)
    assert HAPPENED not in {row.what_happened for row in Session.objects.all()}


def test_a_phrase_lands_at_the_cursor(open_page, world):
    page = open_page()
    page.goto(world.at("session-new"))
    box = page.get_by_label("What happened")
    box.fill("Eerst.")
    phrase = page.locator("[data-phrases] button").first
    phrase.click()

    expect(box).to_have_value(f"Eerst. {phrase.inner_text()} ")
    expect(box).to_be_focused()
