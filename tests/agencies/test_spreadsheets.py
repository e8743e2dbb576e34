"""Cells that a spreadsheet would calculate."""

import pytest

from agencies.spreadsheets import as_typed, harmless

FORMULAS = [
    "=1+1",
    "+31",
    "-1",
    "@SUM(A1)",
    "\tx",
    "\rx",
    "\nx",
    "'=1",
    "%x",
    "\uff1d1",
    "\uff0b1",
]
BEHIND = ["\n=1", " =1", "\ufeff=1", "\0=1", "\xa0-1", "\0"]


@pytest.mark.parametrize("text", [*FORMULAS, *BEHIND])
def test_a_formula_is_quoted_and_comes_back_as_typed(text):
    assert harmless(text) == f"'{text}"
    assert as_typed(harmless(text)) == text


@pytest.mark.parametrize(
    "cell", ["Bureau", "a=b", " a", "'t Anker", "", None, 5, -5, True]
)
def test_what_is_no_formula_stays(cell):
    assert harmless(cell) == cell
    assert as_typed(cell) == cell
