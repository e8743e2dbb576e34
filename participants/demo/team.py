"""What happens between colleagues: handed over, opened in need, kept apart."""

from datetime import timedelta

from exitprog import moment
from participants.demo.book import Said
from participants.demo.days import at, day
from participants.models import (
    Assignment,
    Barrier,
    BreakGlass,
    Handover,
    Naming,
    Protection,
)

TODAY = timedelta(hours=3)
SHEET = Said(
    "Nu drie: rust in huis, de behandeling, en de brief van de gemeente.\n"
    "Veilig contact: alleen appen, nooit bellen in de avond.\n"
    "Open antwoord: de wachtlijst. Wij zijn al samen langs geweest om kennis te maken.",
    "Three now: calm at home, the treatment, and the letter of the municipality.\n"
    "Safe contact: messages only, never a call in the evening.\n"
    "Open answer: the waiting list. We visited together to meet.",
)
GLASS = [
    # whose, by whom, when (None is this day), hours, reason, note, the verdict
    (
        "Anikó",
        "femke",
        None,
        12,
        Said(
            "Joost is onbereikbaar en zij belt dat hij voor de deur staat.",
            "Joost can’t be reached and she calls that he is at the door.",
        ),
        None,
        None,
    ),
    (
        "Kasia",
        "ravi",
        (-3, "12:40"),
        24,
        Said(
            "De opvang belt: er is vandaag een bed en Femke is op cursus.",
            "The shelter calls: a bed is free today and Femke is on a course.",
        ),
        Said(
            "Alleen het veilige contact gelezen en haar geappt. Bed is geregeld.",
            "Read the safe contact only and sent her a message. The bed is arranged.",
        ),
        None,
    ),
    (
        "Milou",
        "joost",
        (-29, "11:15"),
        8,
        Said(
            "Zij staat onverwacht aan de balie en vraagt naar haar papieren.",
            "She stands at the desk without warning and asks for her papers.",
        ),
        Said(
            "Gekeken waar de papieren liggen en ze meegegeven.",
            "Looked where the papers are and handed them to her.",
        ),
        Said("Nagelopen met de collega.", "Gone through with the colleague."),
    ),
    (
        "Kasia",
        "yusuf",
        None,
        4,
        Said(
            "De opvang belt: er staat een man die naar haar vraagt.",
            "The shelter calls: a man is there who asks for her.",
        ),
        None,
        None,
    ),
]


def write(book, users, dossiers):
    _offered(book, users, dossiers["Oana"])
    _accepted(book, users, dossiers["Ilona"])
    for alias, by, *facts in GLASS:
        _broken(book, dossiers[alias], users[by], users["tess"], *facts)
    _barrier(book, users, dossiers["Roxana"])
    _protected(book, users, dossiers["Kasia"])


def _offered(book, users, dossier):
    """Femke leaves: her first offer waits for Yusuf, after Ravi had no room."""
    facts = {"participant": dossier.participant, "from_user": users["femke"]}
    facts |= {"sheet": book.say(SHEET), "told_on": day(-6)}
    declined = {"state": "declined", "offered_at": at(-5), "decided_at": at(-2)}
    book.add(Handover(to_user=users["ravi"], **facts, **declined))
    book.add(Handover(to_user=users["yusuf"], offered_at=at(-1), **facts))


def _accepted(book, users, dossier):
    """Joost took it over this day, so it can still be undone."""
    giver, taker, now = users["femke"], users["joost"], moment.now() - TODAY
    dossier.end_right(now)
    book.add(
        Assignment(
            participant=dossier.participant,
            user=taker,
            kind="primary",
            starts_at=now,
            granted_by=taker,
        )
    )
    book.add(
        Handover(
            participant=dossier.participant,
            from_user=giver,
            to_user=taker,
            sheet=book.say(SHEET),
            told_on=day(-3),
            state="accepted",
            offered_at=at(-1, "11:00"),
            decided_at=now,
        )
    )


def _broken(book, dossier, by, lead, when, hours, reason, note, verdict):
    began = at(*when) if when else moment.now() - TODAY
    reviewed = {
        "reviewed_by": lead,
        "reviewed_at": began + timedelta(days=1),
        "verdict": "right",
        "review_note": book.say(verdict),
    }
    book.add(
        BreakGlass(
            participant=dossier.participant,
            user=by,
            reason=book.say(reason),
            starts_at=began,
            ends_at=began + timedelta(hours=hours),
            note=book.say(note),
            **reviewed if verdict else {},
        )
    )


def _protected(book, users, dossier):
    """Joost covers her and is not named, and Yusuf waits for a second person."""
    her = {"participant": dossier.participant, "starts_at": at(-1, "16:00")}
    femke = users["femke"]
    book.add(Protection(**her, reason="looked_for", set_by=femke))
    book.add(
        Naming(
            **her,
            user=femke,
            named_by=femke,
            confirmed_by=femke,
            confirmed_at=her["starts_at"],
        )
    )


def _barrier(book, users, dossier):
    """Ravi lives next door."""
    book.add(
        Barrier(
            participant=dossier.participant,
            user=users["ravi"],
            reason=book.say(Said("Woont naast haar.", "Lives next door.")),
            set_by=users["tess"],
            starts_at=at(-200),
        )
    )
