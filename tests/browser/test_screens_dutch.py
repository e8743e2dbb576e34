"""Every screen in Dutch: accessible, in its frame, and without an English word."""

import pytest

from tests.access.test_access import ACCESS
from tests.browser.checks import problems, untranslated
from tests.browser.english import only_english
from tests.browser.screens import NOT_SCREENS, SCREENS


def test_every_page_that_opens_is_a_screen_here():
    opens = {route for route, line in ACCESS.items() if "200" in line["GET"]}

    assert opens == {screen.route for screen in SCREENS} | NOT_SCREENS


@pytest.mark.parametrize("screen", SCREENS, ids=str)
def test_a_dutch_screen_has_no_problems(page_of, world, screen):
    page = page_of(screen, "nl")
    screen.open(page, world, "nl")

    assert problems(page, "nl") == []
    assert untranslated(page, only_english()) == []
