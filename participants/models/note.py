"""How long a note can be mended, and what of it never changes."""

from datetime import timedelta

import pgtrigger

EDITABLE_FOR = timedelta(hours=24)
A_DAY_OLD = "koers_moment() - OLD.recorded_at >= interval '24 hours'"


def note_triggers():
    """Its author and moment stay, and after a day its text."""
    return [
        pgtrigger.ReadOnly(
            name="author_and_moment_stay",
            fields=["author", "recorded_at"],
        ),
        pgtrigger.Protect(
            name="a_note_stays_after_a_day",
            operation=pgtrigger.Update,
            condition=pgtrigger.Condition(A_DAY_OLD),
        ),
        pgtrigger.Protect(name="a_note_stays", operation=pgtrigger.Delete),
    ]


def touch_triggers():
    """What a note was about stays as it was logged."""
    return [
        pgtrigger.Protect(
            name="touches_stay", operation=pgtrigger.Update | pgtrigger.Delete
        )
    ]
