"""README and docs lead to what is there, and show no more than a glance each."""

import re

from django.conf import settings

TOP = settings.BASE_DIR
PAGES = [TOP / "README.md", *sorted((TOP / "docs").glob("*.md"))]
PICTURES = sorted((TOP / "docs" / "pictures").iterdir())
READ_BY = ["admin", "coordinator", "counsellor", "privacy-officer", "team-lead"]
LINK = re.compile(r"\]\((?!https?:|#)([^)#]+)")
TEST = re.compile(r"(tests/[\w/]+\.py)(?:::(\w+))?")


def linked(page):
    return {(page.parent / path).resolve() for path in LINK.findall(page.read_text())}


def test_every_link_and_picture_of_a_page_is_there():
    found = {page.name: linked(page) for page in PAGES}

    assert all(f"{name}.md" in found for name in READ_BY)
    assert [path for path in set().union(*found.values()) if not path.exists()] == []


def test_every_test_that_a_page_names_is_there():
    named = {found for page in PAGES for found in TEST.findall(page.read_text())}
    gone = [
        (path, name)
        for path, name in named
        if not (TOP / path).exists()
        or (name and f"def {name}(" not in (TOP / path).read_text())
    ]

    assert len(named) > 1
    assert gone == []


def test_every_page_and_picture_is_shown_somewhere():
    shown = set().union(*map(linked, PAGES))

    assert [path.name for path in PAGES[1:] + PICTURES if path not in shown] == []


def test_pictures_are_few_and_small():
    assert len(PICTURES) <= 8
    assert [p.name for p in PICTURES if p.stat().st_size > 200_000] == []


def test_the_page_of_each_reader_fits_a_screen():
    pages = {name: (TOP / f"docs/{name}.md").read_text() for name in READ_BY}

    assert {name for name, text in pages.items() if len(text.split()) > 500} == set()
