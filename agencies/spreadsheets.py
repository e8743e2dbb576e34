"""Cells that a spreadsheet would calculate are quoted, and read back as typed."""

import re

RISKY = re.compile(r"'*[=+\-@\t\r]")
QUOTED = re.compile(r"''*[=+\-@\t\r]")


def harmless(cell):
    """Put a quote before a text that a spreadsheet would calculate."""
    return f"'{cell}" if isinstance(cell, str) and RISKY.match(cell) else cell


def as_typed(cell):
    """Take away the quote that `harmless` put there."""
    return cell[1:] if isinstance(cell, str) and QUOTED.match(cell) else cell
