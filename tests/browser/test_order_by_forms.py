"""Ordering with buttons, without script, in two windows, and together with her."""

import re

import pytest

from participants.models import AgencyContact, Bottleneck
from tests.browser.board import Board
from tests.browser.chromium import expect
from tests.browser.hand import Hand

both_languages = pytest.mark.parametrize("language", ["nl", "en"])
SAID = "Het Anker belt morgen terug over een plek."


def board_of(page, world, language="en"):
    page.goto(world.at("priorities"))
    return Board(Hand(page, language))


@both_languages
def test_buttons_move_without_script(open_page, world, language):
    page = open_page("anouk", language, javascript=False)
    board = board_of(page, world, language)
    first, second, third = board.lane("now")
    board.row(first).locator("button[value=down]").first.click()

    said = board.sentence(first, 2, "now")
    expect(page.locator("[data-toast-text]")).to_have_text(said)
    assert board.lane("now") == [second, first, third]
    page.locator("#toast button").click()
    expect(page.locator("[data-row]").first).to_contain_text(first)


@both_languages
def test_move_to_takes_a_number_without_script(open_page, world, language):
    page = open_page("anouk", language, javascript=False)
    board = board_of(page, world, language)
    title = board.titles[0]
    row = board.row(title)
    row.locator("summary").click()
    row.locator("input[name=place]").fill("5")
    row.locator("button[value=place]").click()

    expect(page.locator("[data-toast-text]")).to_have_text(
        board.sentence(title, 5, "next")
    )
    assert board.titles[4] == title


def test_a_number_that_is_none_keeps_what_was_typed_open(open_page, world):
    page = open_page(javascript=False)
    board = board_of(page, world)
    before = board.titles
    row = board.row(before[0])
    row.locator("summary").click()
    row.locator("input[name=place]").fill("77")
    row.locator("button[value=place]").click()

    expect(row.locator("input[name=place]")).to_have_attribute("aria-invalid", "true")
    assert board.titles == before


def test_a_button_keeps_the_focus_on_the_row_that_moved(open_page, world):
    board = board_of(open_page(), world)
    title = board.titles[0]
    board.row(title).locator("button[value=down]").first.focus()
    board.page.keyboard.press("Enter")

    board.expect_said(board.sentence(title, 2, "now"))
    expect(board.row(title).locator("button[value=down]").first).to_be_focused()


@both_languages
def test_a_contact_is_logged_from_a_row_in_six_interactions(open_page, world, language):
    hand = Hand(open_page("anouk", language), language)
    board = board_of(hand.page, world, language)
    title = board.titles[0]

    hand.click(board.row(title).locator("[data-contact]"))
    hand.click(hand.find("radio", "Phone", exact=True))
    hand.click(hand.find("radio", "Reached", exact=True))
    hand.write(hand.page.get_by_label(hand.says("What was said")), SAID)
    hand.click(hand.find("button", "Save", exact=True))

    expect(hand.page).to_have_url(re.compile(r"/priorities/#row-"))
    agency = AgencyContact.objects.newest_first().first().agency.name
    expect(board.row(title).locator(".row__chain")).to_contain_text(agency)
    assert hand.interactions <= 6
    assert world.contact().what_was_said == SAID


@both_languages
def test_of_two_windows_the_second_may_do_it_again(open_page, world, language):
    old = open_page("anouk", language)
    board = board_of(old, world, language)
    newer = board_of(old.context.new_page(), world, language)
    first, second, third = board.lane("now")
    newer.row(first).locator("button[value=down]").first.click()
    expect(newer.page.locator("[data-toast-text]")).to_be_visible()

    old.context.watch.allowed = {409}
    board.row(third).locator("button[value=up]").first.click()
    expect(old.locator("[role=alert]")).to_contain_text(re.compile(r"\d\d[:.]\d\d"))
    assert [second, first, third] == newer.lane("now")
    board.hand.find("button", "Do my move again").click()

    expect(old.locator("[data-row]").nth(1)).to_contain_text(third)
    assert board.lane("now") == [second, third, first]


def test_ordering_together_keeps_what_she_chose(open_page, world):
    page = open_page()
    page.goto(world.at("together"))
    assert "Mirela" not in page.locator("body").inner_text()
    cards = page.locator(".together__card")
    chosen = [cards.nth(place).inner_text().split("\n")[0] for place in (2, 0)]
    cards.nth(2).click()
    cards.nth(0).click()
    page.locator(".button--primary").click()
    page.locator(".together__card").last.click()
    page.locator("button.button--primary").click()

    expect(page).to_have_url(re.compile("/priorities/"))
    ranks = {
        row.title: row.participant_rank
        for row in Bottleneck.objects.filter(trajectory=world.trajectory)
    }
    assert [ranks[title] for title in chosen] == [1, 2]
