"""Three orders side by side, as numbers for a drawing: hers, agreed and suggested.

The number in a stone is the agreed place; how high it stands is its place in the
order of that column. The template only writes these numbers into SVG.
"""

from dataclasses import dataclass

HER, AGREED, SUGGESTED = COLUMNS = (142, 206, 270)
RADIUS = 10.5
TOP = 44
STEP, TIGHT_STEP, TIGHT_FROM = 31, 25, 13
FAR = 2
LABEL_LENGTH = 17


@dataclass(frozen=True)
class Dot:
    x: int
    y: int
    number: int
    look: str

    @property
    def text_y(self):
        """Where the number's baseline lies, as text: SVG knows no decimal comma."""
        return f"{self.y + 4.3:.1f}"


@dataclass(frozen=True)
class Line:
    path: str
    look: str


@dataclass(frozen=True)
class Label:
    y: int
    text: str
    whole: str

    @property
    def text_y(self):
        return f"{self.y + 4.3:.1f}"


@dataclass(frozen=True)
class Chart:
    height: int
    dots: list[Dot]
    lines: list[Line]
    labels: list[Label]


def bump_chart(rows):
    """From the rows of a board, in the agreed order."""
    step = STEP if len(rows) < TIGHT_FROM else TIGHT_STEP
    hers = sorted(rows, key=lambda row: (row.rank or len(rows) + 1, row.number))
    at = {HER: _heights(hers, step), AGREED: _heights(rows, step)}
    suggested = sorted(rows, key=lambda row: row.place.position)
    at[SUGGESTED] = _heights(suggested, step)
    return Chart(
        height=TOP + step * (len(rows) - 1) + 18,
        dots=[dot for row in rows for dot in _dots(row, at)],
        lines=[line for row in rows for line in _lines(row, at)],
        labels=[_label(row, at) for row in hers],
    )


def _heights(rows, step):
    return {row.number: TOP + step * place for place, row in enumerate(rows)}


def _dots(row, at):
    looks = {
        HER: "unknown" if row.rank is None else "voice",
        AGREED: "agreed",
        SUGGESTED: "suggested",
    }
    return [Dot(x, at[x][row.number], row.number, looks[x]) for x in COLUMNS]


def _lines(row, at):
    is_far = row.rank is not None and abs(row.rank - row.number) >= FAR
    hers = "unknown" if row.rank is None else "voice" if is_far else ""
    suggested = "differs" if row.differs else ""
    return [
        Line(_curve(HER, AGREED, at, row.number), hers),
        Line(_curve(AGREED, SUGGESTED, at, row.number), suggested),
    ]


def _curve(left, right, at, number):
    y1, y2 = at[left][number], at[right][number]
    start, end, bend = left + 11, right - 11, (right - left) // 3
    return f"M{start} {y1}C{start + bend} {y1} {end - bend} {y2} {end} {y2}"


def _label(row, at):
    """The title as far as it fits; the whole of it shows on pointing."""
    title = row.bottleneck.title
    return Label(at[HER][row.number], _cut(title), title)


def _cut(title):
    if len(title) <= LABEL_LENGTH:
        return title
    cut = title[:LABEL_LENGTH].rpartition(" ")[0].rstrip(",;: ")
    return f"{cut or title[: LABEL_LENGTH - 1]}…"
