"""The lists that Koers brings along: kinds, what blocks what, reasons, phrases, clocks.

Facts are told in our own words with their source. Loading adds what is missing and
leaves what is there alone, for admins may have changed it.
"""

import json
from pathlib import Path
from uuid import NAMESPACE_URL, uuid5

from django.db import transaction

from agencies.models import (
    BottleneckKind,
    DeclineReason,
    MilestoneTemplate,
    SessionPhrase,
    StandardBlocker,
)

FOLDER = Path(__file__).parent


@transaction.atomic
def load() -> int:
    """Add the entries that are not there yet; gives their number."""
    return (
        sum(add(BottleneckKind, row, slug=row["slug"]) for row in rows("kinds"))
        + add_blockers()
        + add_named(DeclineReason, "decline_reasons")
        + add_named(SessionPhrase, "session_phrases")
        + add_named(MilestoneTemplate, "milestones")
    )


def add_blockers() -> int:
    kinds = {kind.slug: kind for kind in BottleneckKind.objects.all()}
    added = 0
    for row in rows("blockers"):
        pair = {end: kinds[row[end]] for end in ("blocker", "blocked")}
        added += add(StandardBlocker, row | pair, **pair)
    return added


def add_named(model, name) -> int:
    """An entry without a short name is known by a key made from its first wording."""
    return sum(add(model, row, id=key_of(name, row["name_en"])) for row in rows(name))


def add(model, row, **known_by) -> bool:
    return model.objects.get_or_create(row, **known_by)[1]


def key_of(*words):
    return uuid5(NAMESPACE_URL, "https://koers.example/" + "/".join(words))


def rows(name):
    return json.loads((FOLDER / f"{name}.json").read_text(encoding="utf-8"))
