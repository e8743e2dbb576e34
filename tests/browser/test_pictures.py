"""Pictures of the main screens, to look at; made on request only (--pictures)."""

from pathlib import Path

import pytest
from django.conf import settings

from tests.browser.screens import SCREENS

FOLDER = Path(__file__).parent / "pictures"
README = settings.BASE_DIR / "docs" / "pictures"
LOOKS = [
    (width, theme, language)
    for width in (1440, 390)
    for theme in ("light", "dark")
    for language in ("nl", "en")
]
IN_README = {"participants:priorities": 1180, "participants:overview": 1000}


@pytest.mark.parametrize("screen", SCREENS, ids=str)
def test_picture(page_of, world, screen):
    for width, theme, language in LOOKS:
        page = page_of(screen, language)
        page.set_viewport_size({"width": width, "height": 900})
        page.emulate_media(color_scheme=theme)
        screen.open(page, world, language)
        name = f"{screen}-{language}-{width}-{theme}".replace(" ", "-")
        page.screenshot(path=FOLDER / f"{name.replace(':', '-')}.png", full_page=True)
        page.close()


@pytest.mark.parametrize("route", IN_README)
def test_picture_for_the_readme(page_of, world, route, request):
    if request.config.option.pictures != "en":
        pytest.skip("the README is English: --pictures=en")
    screen = next(screen for screen in SCREENS if screen.route == route)
    page = page_of(screen, "en")
    page.set_viewport_size({"width": 1440, "height": IN_README[route]})
    screen.open(page, world, "en")
    name = route.rpartition(":")[2]
    page.screenshot(path=README / f"{name}.png")
