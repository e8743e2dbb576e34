"""Where each life area stood first and stands now, by the counsellor and by her."""

from dataclasses import dataclass
from datetime import date

from exitprog.life_areas import LifeArea
from participants.models.assessment import AreaLevel, AssessedBy, Assessment


@dataclass(frozen=True)
class AreaLine:
    """One life area; a level is None when it was never discussed."""

    area: LifeArea
    intake: int | None = None
    now: int | None = None
    voice: int | None = None

    @property
    def word(self):
        return AreaLevel(self.now).label if self.now else ""


@dataclass(frozen=True)
class AreaLines:
    """All twelve, in the house order, with the first and the last day of scoring."""

    lines: list[AreaLine]
    first_on: date | None
    last_on: date | None


def area_lines(assessments: list[Assessment]) -> AreaLines:
    """From all scores, oldest first; what was not discussed leaves no mark."""
    scored = [row for row in assessments if row.level]
    mine = [row for row in scored if row.assessed_by == AssessedBy.COUNSELLOR]
    return AreaLines(
        lines=[_line(area, scored) for area in LifeArea],
        first_on=mine[0].measured_on if mine else None,
        last_on=mine[-1].measured_on if mine else None,
    )


def _line(area, scored):
    by = {AssessedBy.COUNSELLOR: [], AssessedBy.PARTICIPANT: []}
    for row in scored:
        if row.life_area == area:
            by[AssessedBy(row.assessed_by)].append(row.level)
    mine, hers = by[AssessedBy.COUNSELLOR], by[AssessedBy.PARTICIPANT]
    return AreaLine(
        area=area,
        intake=mine[0] if mine else None,
        now=mine[-1] if mine else None,
        voice=hers[-1] if hers else None,
    )
