"""Reads the stories, which lie beside the code as plain text in both languages."""

import tomllib
from functools import cache
from pathlib import Path

from participants.demo.book import Said

FOLDER = Path(__file__).with_name("stories")


@cache
def told(name):
    """The story of that name, as it lies in its file; not to be changed."""
    return tomllib.loads((FOLDER / f"{name}.toml").read_text(encoding="utf-8"))


def said(pair, alias=""):
    """[Dutch, English] with the alias filled in; nothing stays None."""
    return Said(*(text.replace("{name}", alias) for text in pair)) if pair else None


def with_said(row, *names):
    """A copy of `row` in which the pairs under `names` are texts in two languages."""
    return row | {name: said(row[name]) for name in names if name in row}
