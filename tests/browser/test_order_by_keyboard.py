"""Ordering with nothing but the keyboard, and hearing what happened."""

import pytest

from participants.demo.people import PASSWORD
from tests.browser.board import Board
from tests.browser.hand import Hand

MOST_TABS = 25
both_languages = pytest.mark.parametrize("language", ["nl", "en"])


@pytest.fixture
def board(open_page, world):
    """The order of Mirela's bottlenecks, before Anouk touches a key."""

    def open_board(language="en", **options):
        page = open_page("anouk", language, **options)
        page.goto(world.at("priorities"))
        return Board(Hand(page, language))

    return open_board


def tab_to_the_list(page):
    for _ in range(MOST_TABS):
        page.keyboard.press("Tab")
        if page.locator(":focus").get_attribute("data-row"):
            return
    pytest.fail(f"{MOST_TABS} tabs do not reach the list")


@both_languages
def test_anouk_logs_in_opens_mirela_and_orders(open_page, world, language):
    page = open_page(None, language)
    world.speak("anouk", language)
    page.goto("/")
    page.locator("#id_login").press_sequentially("anouk@koers.example")
    page.keyboard.press("Tab")
    page.keyboard.type(f"{PASSWORD}\n")
    page.get_by_role("link", name="Mirela", exact=True).first.press("Enter")
    page.locator(".tabs__link").nth(1).press("Enter")
    board = Board(Hand(page, language))
    first, second, third = board.lane("now")

    tab_to_the_list(page)
    page.keyboard.press("ArrowDown")
    board.expect_focus(second)
    page.keyboard.press("Alt+ArrowDown")

    board.expect_said(board.sentence(second, 3, "now"))
    board.expect_focus(second)
    assert board.lane("now") == [first, third, second]


@both_languages
def test_digits_change_the_lane_and_z_takes_it_back(board, language):
    board = board(language)
    before = board.titles
    moved = board.lane("now")[1]
    tab_to_the_list(board.page)
    board.page.keyboard.press("ArrowDown")
    for key, lane, number in [("3", "later", 9), ("2", "next", 6), ("1", "now", 3)]:
        board.page.keyboard.press(key)
        board.expect_said(board.sentence(moved, number, lane))
        board.expect_focus(moved)
    for lane, number in [("next", 6), ("later", 9), ("now", 2)]:
        board.page.keyboard.press("z")
        board.expect_said(board.undone(moved, number, lane))
        board.expect_focus(moved)

    assert board.titles == before


def test_crossing_a_heading_is_a_step_of_its_own(board):
    board = board()
    last = board.lane("now")[-1]
    before = board.titles
    board.row(last).focus()
    board.page.keyboard.press("Alt+ArrowDown")

    board.expect_said(board.sentence(last, 3, "next"))
    assert (board.titles, board.lane("next")[0]) == (before, last)


def test_keys_pressed_quickly_are_all_obeyed(board):
    board = board()
    last = board.titles[-1]
    board.row(last).focus()
    for _ in range(3):
        board.page.keyboard.press("Alt+ArrowUp")

    board.expect_said(board.sentence(last, 7, "next"))
    board.expect_focus(last)


def test_undo_pressed_quickly_goes_back_as_far(board):
    board = board()
    before = board.titles
    board.row(before[0]).focus()
    for number in [2, 3]:
        board.page.keyboard.press("Alt+ArrowDown")
        board.expect_said(board.sentence(before[0], number, "now"))
    for _ in range(2):
        board.page.keyboard.press("z")

    board.expect_said(board.undone(before[0], 1, "now"))
    assert board.titles == before


def test_the_first_has_no_up_and_says_nothing(board):
    board = board()
    before = board.titles
    board.row(before[0]).focus()
    board.page.keyboard.press("Alt+ArrowUp")
    board.page.wait_for_timeout(300)

    assert board.titles == before
    board.expect_focus(before[0])


def test_keys_are_silent_for_who_switched_them_off(board, world):
    user = world.user("anouk")
    user.has_shortcuts = False
    user.save()
    board = board()
    before = board.titles
    board.row(before[1]).locator("[data-open]").focus()
    for key in ["Alt+ArrowDown", "1", "3", "z", "c"]:
        board.page.keyboard.press(key)

    assert board.titles == before
    assert board.page.url.endswith("/priorities/")
