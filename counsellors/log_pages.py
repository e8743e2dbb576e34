"""The access log in pages of fifty, found by key: nothing is counted or skipped."""

from dataclasses import dataclass
from datetime import UTC, datetime

SIZE = 50
STAMP = "%Y%m%dT%H%M%S.%f"


@dataclass(frozen=True)
class LogPage:
    """Lines, newest first; `newer` and `older` are keys, empty where it ends."""

    lines: list
    newer: str = ""
    older: str = ""


def read_page(rows, after="", before=""):
    """The lines just newer than `after`, else those just older than `before`."""
    newer_than, older_than = parse(after), parse(before)
    if newer_than:
        found = list(rows.after(*newer_than).oldest_first()[: SIZE + 1])
        lines = found[:SIZE][::-1]
        return LogPage(lines, *ends(lines, newer=len(found) > SIZE, older=True))
    rows = rows.before(*older_than) if older_than else rows
    found = list(rows.newest_first()[: SIZE + 1])
    lines = found[:SIZE]
    has_older = len(found) > SIZE
    return LogPage(lines, *ends(lines, newer=bool(older_than), older=has_older))


def ends(lines, newer, older):
    return (
        key(lines[0]) if lines and newer else "",
        key(lines[-1]) if lines and older else "",
    )


def key(line):
    return f"{line.at.astimezone(UTC):{STAMP}}-{line.pk}"


def parse(text):
    """The moment and number in a key; None when it is not one of ours."""
    stamp, _dash, number = text.partition("-")
    try:
        return datetime.strptime(stamp, STAMP).replace(tzinfo=UTC), int(number)
    except ValueError:
        return None
