"""A first run through the programme, for those who came back."""

from participants.demo.book import Said
from participants.demo.dossier import Dossier

WHY = Said(
    "Wil het eerst alleen proberen. De deur staat open.",
    "Wants to try it alone first. The door is open.",
)
TALKS = [
    (
        0.2,
        Said(
            "Kennisgemaakt en de leefgebieden doorgelopen.",
            "Met, and went through the life areas.",
        ),
    ),
    (
        0.6,
        Said(
            "Twijfelt of dit het moment is. Niets hoeft vandaag.",
            "In doubt whether this is the moment. Nothing has to happen today.",
        ),
    ),
]


def earlier_trajectory(book, counsellor, programme, participant, person):
    """Referred, met, planned and left; what was written then stays readable."""
    start, ended = person.earlier
    dossier = Dossier(book, counsellor, programme, start, participant, "outreach")
    for state, on in (("intake", start + 9), ("planning", start + 40)):
        dossier.step(state, on)
    for part, text in TALKS:
        dossier.session(round(start + part * (ended - start)), "office", text)
    dossier.step(
        "dropped_out",
        ended,
        explanation=WHY,
        reason="own_choice",
        destination="unknown",
    )
