"""Through which states someone went, when, and how that ended."""

from participants.demo.book import Said
from participants.demo.days import day

OPEN_PATH = {"intake": 0.03, "planning": 0.15, "support": 0.3, "aftercare": 0.75}
PATHS = {
    "referred": [],
    "intake": ["intake"],
    "planning": ["intake", "planning"],
    "support": ["intake", "planning", "support"],
    "aftercare": ["intake", "planning", "support", "aftercare"],
    "completed": ["intake", "planning", "support", "aftercare", "completed"],
    "on_hold": ["intake", "planning", "support", "on_hold"],
    "dropped_out": ["intake", "planning", "dropped_out"],
    "transferred": ["intake", "planning", "support", "transferred"],
    "not_admitted": ["not_admitted"],
}
ENDS = {
    "completed": ("after_exit", "paid_employment"),
    "dropped_out": ("lost_contact", "unknown"),
    "transferred": ("transferred", "other_programme"),
}
WHY = {
    "completed": Said(
        "Samen teruggekeken. De hulp die nog loopt, weet {name} zelf te vinden.",
        "Looked back together. {name} knows the way to the help that still runs.",
    ),
    "on_hold": Said(
        "Tijdelijk ergens anders. Wij houden contact via een berichtje per maand.",
        "Elsewhere for a while. We stay in touch by a message a month.",
    ),
    "dropped_out": Said(
        "Vier weken geen antwoord. Het laatste bericht zegt dat de deur open blijft.",
        "No answer for four weeks. The last message says that the door stays open.",
    ),
    "transferred": Said(
        "Verhuisd. De collega’s daar hebben kennisgemaakt, met toestemming.",
        "Moved. The colleagues there have met {name}, who agreed to it.",
    ),
    "not_admitted": Said(
        "Uitgelegd waarom andere hulp beter past, en samen gebeld.",
        "Explained why other help fits better, and made the call together.",
    ),
}
CLOSED = ["solved", "solved", "accepted", "not_needed", "declined"]
STILL_OPEN = {"aftercare": 2, "completed": 0}
WHY_NOT = {
    "disagrees": Said(
        "Wil eerst werk, ook al is de woning nog niet rond.",
        "Wants work first, even though the home is not settled yet.",
    ),
    "could_not_be_asked": Said(
        "De tolk viel uit. Volgende keer samen nalopen.",
        "The interpreter dropped out. Go through it together next time.",
    ),
}


def enter_stages(dossier, person):
    """Write each step on its day; the last one of a pause or an end on `ended`."""
    for state in PATHS[person.state]:
        if state in OPEN_PATH:
            days = round(person.start * (1 - OPEN_PATH[state]))
            dossier.step(state, min(days, -1))
            continue
        reason, destination = person.end or ENDS.get(state, ("", ""))
        why = Said(*(text.replace("{name}", person.alias) for text in WHY[state]))
        dossier.step(
            state, person.ended, explanation=why, reason=reason, destination=destination
        )


def settle(dossier, person, rng):
    """What the state means for the bottlenecks, and how their order came about."""
    if person.state in STILL_OPEN:
        close_all_but(dossier, STILL_OPEN[person.state], person)
    active = [row for row in dossier.bottlenecks.values() if row.lane]
    ranks = rng.sample(range(1, len(active) + 1), len(active))
    for row, rank in zip(active, ranks, strict=True):
        row.participant_rank = rank if dossier.trajectory.wish else None
    if len(active) > 2 and person.state != "intake":
        record_order(dossier, person, rng)


def close_all_but(dossier, kept, person):
    """The first ones stay; the rest got a place outside the order, over months."""
    active = [row for row in dossier.bottlenecks.values() if row.lane]
    for number, row in enumerate(active[kept:]):
        row.state, row.lane, row.position = CLOSED[number % len(CLOSED)], None, None
        row.waiting_on, row.waiting_agency, row.waiting_since = "nobody", None, None
        row.deadline = row.next_step_on = None
        row.deadline_what = row.next_step = ""
        closed = -45 - 20 * number if person.ended > -30 else person.ended - 10
        row.closed_on = max(day(closed), row.opened_on)


def record_order(dossier, person, rng):
    """One move, and the talk about it in which the order was agreed."""
    after = dossier.order()
    lower = rng.randrange(1, len(after))
    before = [list(pair) for pair in after]
    before[lower - 1][0], before[lower][0] = before[lower][0], before[lower - 1][0]
    moved = next(
        k
        for k, row in dossier.bottlenecks.items()
        if str(row.pk) == after[lower - 1][0]
    )
    on = person.middle if person.last else max(-28, person.middle)
    dossier.move(before, after, on, "15:20", moved)
    answer = rng.choice([*["agrees"] * 5, *WHY_NOT])
    dossier.agree(on, answer=answer, reason=WHY_NOT.get(answer, ""))
