"""Cells that a spreadsheet would calculate are quoted, and read back as typed."""

import re

# What a program skips may stand before it; full-width signs are read as the others.
CALCULATED = r"[\s\0\ufeff]*(?:[=+\-@%\uff1d\uff0b\uff0d\uff20]|[\t\r\n\0])"
RISKY = re.compile(f"'*{CALCULATED}")
QUOTED = re.compile(f"''*{CALCULATED}")


def harmless(cell):
    """Put a quote before a text that a spreadsheet would calculate."""
    return f"'{cell}" if isinstance(cell, str) and RISKY.match(cell) else cell


def as_typed(cell):
    """Take away the quote that `harmless` put there."""
    return cell[1:] if isinstance(cell, str) and QUOTED.match(cell) else cell
