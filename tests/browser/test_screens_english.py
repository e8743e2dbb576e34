"""Every screen in English: accessible, and in its frame."""

import pytest

from tests.browser.checks import problems
from tests.browser.screens import SCREENS


@pytest.mark.parametrize("screen", SCREENS, ids=str)
def test_an_english_screen_has_no_problems(page_of, world, screen):
    page = page_of(screen, "en")
    screen.open(page, world, "en")

    assert problems(page, "en") == []
