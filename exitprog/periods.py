"""Periods that must not overlap, without contrib extensions.

A GiST index knows equality of keys only by btree_gist; as ranges of one value they
overlap exactly when they are equal. The range types are made by a migration of
`agencies`, the lowest app.
"""

from django.contrib.postgres.fields import RangeBoundary
from django.db.models import DateTimeField, Func, Value


class _SingleRange(Func):
    """The range that holds one value alone."""

    def __init__(self, column, **extra):
        super().__init__(column, column, Value("[]"), **extra)


class KeyRange(_SingleRange):
    function = "keyrange"


class WordRange(_SingleRange):
    function = "wordrange"


class MomentRange(Func):
    """From one moment up to, not including, another; an empty end is open."""

    function = "TSTZRANGE"
    output_field = DateTimeField()

    def __init__(self, starts, ends, **extra):
        super().__init__(starts, ends, RangeBoundary(), **extra)
