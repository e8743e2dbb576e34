"""A line of the timeline as a reader sees it: a mark, a heading, a sentence, tags."""

from dataclasses import dataclass, field
from datetime import date


@dataclass(frozen=True)
class Tag:
    """A small label; `change` is better, worse or solved, in a mark and a word."""

    text: str
    tone: str = "plain"


@dataclass(frozen=True)
class Entry:
    """What the template draws; `route` and `pk` name the page of the row, if any."""

    icon: str
    title: str
    day: date
    look: str = ""
    detail: str = ""
    text: str = ""
    voice: str = ""
    voice_language: str = ""
    tags: list[Tag] = field(default_factory=list)
    route: str = ""
    pk: str = ""


def listed(*parts):
    return ", ".join(str(part) for part in parts if part)
