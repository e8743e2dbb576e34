"""Makes a database of its own, measures, and tells: a table, or JSON with --json."""

import argparse
import json
import sys

from benchmarks.database import database
from benchmarks.measure import measure, pages
from benchmarks.world import World

HEADINGS = [
    "page",
    "median ms",
    "quickest",
    "floor",
    "ratio",
    "limit",
    "KB",
    "statements",
    "KiB used",
]


def main():
    asked = arguments()
    with database():
        figures = measure(pages(World(asked.participants)), asked.rounds)
    tell = as_json if asked.json else as_table
    sys.stdout.write(tell(figures))
    return 0 if all(figure.is_within for figure in figures) else 1


def arguments():
    parser = argparse.ArgumentParser("python -m benchmarks", description=__doc__)
    parser.add_argument("--participants", type=int, default=2000)
    parser.add_argument("--rounds", type=int, default=15)
    parser.add_argument("--json", action="store_true")
    return parser.parse_args()


def as_json(figures):
    return json.dumps([figure.as_json() for figure in figures], indent=2) + "\n"


def as_table(figures):
    rows = [HEADINGS, *(cells(figure) for figure in figures)]
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    return "".join(line(row, widths) for row in rows)


def line(row, widths):
    first, *others = zip(row, widths, strict=True)
    told = [first[0].ljust(first[1])]
    told += [cell.rjust(width) for cell, width in others]
    return "  ".join(told) + "\n"


def cells(figure):
    return [
        figure.page,
        f"{figure.median:.1f}",
        f"{figure.quickest:.1f}",
        f"{figure.floor:.1f}",
        f"{figure.ratio:.1f}",
        "" if figure.limit is None else f"{figure.limit:.0f}",
        f"{figure.size / 1000:.0f}",
        str(figure.statements),
        str(figure.memory),
    ]


sys.exit(main())
