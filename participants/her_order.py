"""What the participant ranks, on a screen that others may see: words, and no more."""

import re
from dataclasses import dataclass
from uuid import UUID

from django.db.models import Case, Value, When

from exitprog import moment
from exitprog.life_areas import LifeArea
from participants.models import Bottleneck, Trajectory

NUMBER = r"\d[\d.,]*(?:,-)?"
AMOUNT = re.compile(
    rf"[\s,;:(–-]*(?:€|\beuro)\s*{NUMBER}\)?|[\s,;:(–-]*\b{NUMBER}\s*(?:€|euro\b)\)?",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Card:
    id: UUID
    title: str
    life_area: str


def cards_of(bottlenecks):
    """In her own order so far, else as agreed.

    Safety stands there only if she ranked it before; amounts never do.
    """
    shown = [row for row in bottlenecks if may_show(row)]
    unranked = len(bottlenecks) + 1
    shown.sort(key=lambda row: (row.participant_rank or unranked, row.position))
    return [Card(row.pk, without_amount(row.title), row.life_area) for row in shown]


def may_show(bottleneck):
    is_safety = bottleneck.life_area == LifeArea.SAFETY
    return not is_safety or bottleneck.participant_rank is not None


def without_amount(title):
    """Like "Rent and phone debt" for "Rent and phone debt, € 6,430"."""
    return AMOUNT.sub("", title).strip(" ,;:–-") or title


def ranking(cards, first, later):
    """All ids: what she wants first as she chose, the rest, then what can wait."""
    known = [card.id for card in cards]
    first = [key for key in first if key in known]
    later = [key for key in later if key in known and key not in first]
    rest = [key for key in known if key not in {*first, *later}]
    return [*first, *rest, *later]


def save_ranking(trajectory, keys):
    """Number them from 1; what was not on the screen loses a rank it had."""
    Trajectory.objects.filter(pk=trajectory.pk).update(ranked_on=moment.today())
    ranks = [When(pk=key, then=Value(rank)) for rank, key in enumerate(keys, start=1)]
    rows = Bottleneck.objects.filter(trajectory=trajectory)
    rows.update(participant_rank=Case(*ranks, default=None))
