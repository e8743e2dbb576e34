"""Pictures, made on request only (--pictures): of all screens to look at, and those
that the documentation shows."""

from pathlib import Path

import pytest
from django.conf import settings

from tests.browser import small_png
from tests.browser.screen import Screen, mirela
from tests.browser.screens import SCREENS

FOLDER = Path(__file__).parent / "pictures"
DOCS = settings.BASE_DIR / "docs" / "pictures"
LOOKS = [
    (width, theme, language)
    for width in (1440, 390)
    for theme in ("light", "dark")
    for language in ("nl", "en")
]
CASELOAD = "participants:programme-caseload"
BEFORE = "?until=2026-05-11"  # what other pictures looked at stays out of this one


def waterveen(world):
    return {"slug": "waterveen"}


IN_DOCS = {
    "my-day": (1000, Screen("participants:home")),
    "priorities": (1180, Screen("participants:priorities", kwargs=mirela)),
    "overview": (1000, Screen("participants:overview", kwargs=mirela)),
    "hand-over": (1000, Screen("participants:transfer", kwargs=mirela)),
    "caseload-team-lead": (1100, Screen(CASELOAD, "tess", waterveen)),
    "caseload-coordinator": (1100, Screen(CASELOAD, "carla", waterveen)),
    "access-log": (1000, Screen("counsellors:access-log", "pim", query=BEFORE)),
    "admin": (800, Screen("admin:agencies_agency_changelist", "ada")),
}


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


@pytest.mark.parametrize("name", IN_DOCS)
def test_picture_for_the_docs(page_of, world, name, request):
    if request.config.option.pictures != "en":
        pytest.skip("the docs are English: --pictures=en")
    height, screen = IN_DOCS[name]
    page = page_of(screen, "en")
    page.set_viewport_size({"width": 1440, "height": height})
    screen.open(page, world, "en")
    small_png.save(page, DOCS / f"{name}.png")
