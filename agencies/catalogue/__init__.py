"""The lists that Koers brings along: kinds, what blocks what, reasons, phrases, clocks.

Facts are told in our own words with their source. Loading adds what is missing and
leaves what is there alone, for admins may have changed it.
"""

import json
from operator import attrgetter
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
        add(BottleneckKind, rows("kinds"), "slug")
        + add(StandardBlocker, blockers(), "blocker", "blocked")
        + add_named(DeclineReason, "decline_reasons")
        + add_named(SessionPhrase, "session_phrases")
        + add_named(MilestoneTemplate, "milestones")
    )


def blockers():
    kinds = {kind.slug: kind for kind in BottleneckKind.objects.all()}
    return [
        row | {end: kinds[row[end]] for end in ("blocker", "blocked")}
        for row in rows("blockers")
    ]


def add_named(model, name) -> int:
    """An entry without a short name is known by a key made from its first wording."""
    return add(
        model, [row | {"id": key_of(name, row["name_en"])} for row in rows(name)], "id"
    )


def add(model, entries, *known_by) -> int:
    """Add those of `entries` that are not known by these fields yet."""
    key = attrgetter(*(model._meta.get_field(name).attname for name in known_by))
    known = {key(row) for row in model.objects.all()}
    new = [row for row in (model(**e) for e in entries) if key(row) not in known]
    return len(model.objects.bulk_create(new))


def key_of(*words):
    return uuid5(NAMESPACE_URL, "https://koers.example/" + "/".join(words))


def rows(name):
    return json.loads((FOLDER / f"{name}.json").read_text(encoding="utf-8"))
