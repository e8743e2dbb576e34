"""The sessions and contacts of one person, on the days that her weeks name."""

from itertools import cycle

from participants.demo.texts import told
from participants.models.session import SessionKind

FACE_TO_FACE = [SessionKind.OFFICE, SessionKind.VISIT]
HEARD = [SessionKind.MESSAGE, SessionKind.PHONE]
KINDS = {"v": [*FACE_TO_FACE * 3, SessionKind.VIDEO], "m": HEARD, "x": [""]}
POOLS = {"office": "seen", "visit": "seen", "": "missed"}
CLOCKS = ["09:30", "11:00", "13:30", "15:15"]
STILL = -60
LAST_WEEKS = -56
A_YEAR = -365


class Diary:
    """Fills a year: the story with its newest notes last, and everyday in between."""

    def __init__(self, life):
        self.life, self.rng = life, life.rng
        self.person, self.story, self.dossier = life.person, life.story, life.dossier
        pools = told("everyday").items()
        self.everyday = {
            name: cycle(self.rng.sample(notes, len(notes))) for name, notes in pools
        }

    def write(self):
        planned = self._plan()
        days = [on for on, mark in planned if mark == "v"] or [on for on, _ in planned]
        notes = [note for note in self.story["note"] if self._is_told(note)]
        fits = min(len(days), len(notes))
        by_day = dict(zip(days[len(days) - fits :], notes[-fits:], strict=False))
        for on, mark in planned:
            if on in by_day:
                self._told(on, mark, by_day[on])
            else:
                self._everyday(on, mark)
        self._contacts()

    def _is_told(self, note):
        """Only when what it is about stands in the dossier."""
        return not note["on"] or self._known(note["on"])

    def _known(self, keys):
        return [key for key in keys if key in self.dossier.bottlenecks]

    def _plan(self):
        """(day, mark) of every session, the first one first, one a day."""
        person, plan = self.person, {}
        last = -person.seen
        pace = 14 if person.start > A_YEAR else 21
        for on in range(person.start + 3, min(last, LAST_WEEKS) - 3, pace):
            plan[on + self.rng.randint(0, 3)] = self.rng.choice("vvvm")
        marks = [(week, mark) for week, mark in enumerate(person.weeks) if mark != "-"]
        for week, mark in marks:
            on = -7 * (7 - week) - self.rng.randint(1, 4)
            if person.start + 1 < on < last:
                plan[on] = mark
        if marks:
            plan[last] = marks[-1][1]
        return sorted(plan.items())

    def _told(self, on, mark, note):
        """A note of the story. One that stands still is not spoken about lately."""
        keys = [] if self.person.is_stuck and on > STILL else self._known(note["on"])
        change = note.get("change", "")
        self.dossier.session(
            on,
            self.rng.choice(FACE_TO_FACE if mark == "v" else HEARD),
            self.life.say(note["text"]),
            {key: self._change(key, change if key == keys[0] else "") for key in keys},
            clock=self._clock(on),
            minutes=self.rng.choice([30, 45, 50, 60]) if mark == "v" else 15,
            interpreter="phone" if self.person.facts.get("interpreter") else "none",
            in_their_words=self.life.say(note.get("words")),
            words_language=self.life.book.language if note.get("words") else "",
        )

    def _change(self, key, change):
        """It ends where it stands today, one step from what it was."""
        now = self.dossier.bottlenecks[key].severity
        before = {"better": min(now + 1, 5), "worse": max(now - 1, 1)}.get(change, now)
        return change, before, now

    def _everyday(self, on, mark):
        active = [key for key, row in self.dossier.bottlenecks.items() if row.lane]
        speaks = mark == "v" and not self.person.is_stuck
        kind = self.rng.choice(KINDS[mark])
        note = next(self.everyday[POOLS.get(kind, kind)])
        self.dossier.session(
            on,
            kind,
            self.life.say(note),
            active[:1] if speaks else (),
            clock=self._clock(on),
            minutes={"v": self.rng.choice([30, 45, 60]), "m": 10, "x": None}[mark],
            attendance="missed" if mark == "x" else "attended",
        )

    def _clock(self, on):
        return self.rng.choice(CLOCKS) if on else ""

    def _contacts(self):
        agreed = {}
        for call in self.story["call"]:
            ago = call["ago"] + (STILL if self.person.is_stuck else self.person.last)
            on = max(ago, self.person.start + 1)
            if self.person.state != "not_admitted" and on < self.person.last:
                self._contact(on, call, agreed)

    def _contact(self, on, call, agreed):
        """A name is given only where she agreed; `agreed` holds that, by agency."""
        agency = self.life.chain.near(self.dossier.trajectory.programme, call["agency"])
        is_named = call.get("named", False)
        if is_named and agency not in agreed:
            since = min(self.person.start + 10, on)
            agreed[agency] = self.dossier.consent("share", since, agency)
        self.dossier.contact(
            on,
            agency,
            self.life.say(call["said"]),
            self._known(call["on"]),
            consent=agreed[agency] if is_named else None,
            channel=call.get("channel", "phone"),
            direction=call.get("direction", "out"),
            promise=self.life.say(call.get("promise")),
            answer_due=self.life.then(call.get("due")),
        )
