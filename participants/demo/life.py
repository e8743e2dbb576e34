"""Tells the year of one person: her story, filled up with everyday notes."""

import tomllib
from pathlib import Path

from participants.demo.book import Said
from participants.demo.days import day
from participants.demo.dossier import Dossier
from participants.demo.people import programme_of
from participants.demo.stages import enter_stages, settle
from participants.models.session import SessionKind

FOLDER = Path(__file__).with_name("stories")
SEEN = [SessionKind.OFFICE, SessionKind.VISIT, SessionKind.OFFICE, SessionKind.VIDEO]
HEARD = [SessionKind.MESSAGE, SessionKind.PHONE]
RULES = {
    "acute": {"channels": ["app"], "app_name": "Signal", "voicemail": False},
    "care": {"channels": ["app", "text"], "app_name": "WhatsApp", "voicemail": False},
    "none_known": {"channels": ["call", "text", "email"], "voicemail": True},
}
SHARED = {"from_time": "09:00", "until_time": "17:00", "post": False}
LEVELS_BEFORE = {"acute": "care", "none_known": "care", "care": "care"}


class Life:
    """One person of the cast, written into the book."""

    def __init__(self, person, code, book, chain, users, rng):
        self.person, self.book, self.chain = person, book, chain
        self.users, self.rng = users, rng
        self.story = told(person.story)
        counsellor = users[person.counsellor]
        self.dossier = Dossier(
            book,
            counsellor,
            chain.programmes[programme_of(counsellor)],
            person.start,
            code,
            person.alias,
            birth_year=person.age and day(0).year - person.age - 1,
            languages=list(person.languages),
            predecessor=users.get(person.predecessor),
            **person.facts,
        )

    def write(self):
        enter_stages(self.dossier, self.person)
        self._rules()
        self._bottlenecks()
        self._scores()
        self._sessions()
        self._contacts()
        settle(self.dossier, self.person, self.rng)
        if self.person.cover:
            who, since, until = self.person.cover
            self.dossier.guided_by(self.users[who], since, until, kind="cover")
        return self.dossier

    def say(self, pair):
        """The pair with the alias filled in; None stays None."""
        return (
            Said(*(t.replace("{name}", self.person.alias) for t in pair))
            if pair
            else None
        )

    def _rules(self):
        dossier, person = self.dossier, self.person
        if flag := self.story.get("flag"):
            dossier.flag(
                self.say(flag), max(person.start + 4, -40), self.rng.randint(9, 40)
            )
        if person.level == "not_asked":
            return
        phone = f"06 5550 {self.rng.randint(1000, 9999)}"
        first = RULES[LEVELS_BEFORE[person.level]] | SHARED
        if person.checked > person.start + 9:
            dossier.safe(
                LEVELS_BEFORE[person.level], person.start + 2, **first, phone=phone
            )
        days = ["mon", "tue", "wed", "thu", "fri"]
        latest = RULES[person.level] | SHARED | {"days": days, "phone": phone}
        dossier.safe(person.level, person.checked, **latest)
        dossier.consent("record", person.start + 2, form="spoken")

    def _bottlenecks(self):
        person, dossier = self.person, self.dossier
        knots = self.story.get("knot", [])
        if person.state in {"referred", "not_admitted"}:
            knots = []
        if person.state == "intake":
            knots = knots[:2]
        lanes = iter(["now"] * 2 + ["next"] * 2 + ["later"] * 9)
        for knot in knots:
            lane = None if knot.get("state") else next(lanes)
            dossier.bottleneck(**self._facts(knot, lane))
        for blocker, blocked in self.story["edges"]:
            if {blocker, blocked} <= dossier.bottlenecks.keys():
                dossier.edge(blocker, blocked)
        if self.story["wish"] and person.state not in {"referred", "not_admitted"}:
            dossier.wish(self.say(self.story["wish"]), self.book.language, -30)

    def _facts(self, knot, lane):
        person = self.person
        opened = max(person.start + self.rng.randint(5, 30), person.start // 2)
        facts = {
            "key": knot["key"],
            "area": knot["area"],
            "severity": knot["severity"],
            "title": self.say(knot["title"]),
            "story": self.say(knot.get("story")),
            "kind": self.chain.kind(knot["kind"]),
            "opened_on": min(opened, -2),
            "state": knot.get("state", "working" if lane == "now" else "open"),
        }
        if not lane:
            return facts | {"closed_on": max(knot["closed"], person.start // 2)}
        facts |= {
            "lane": lane,
            "deadline": knot.get("deadline"),
            "deadline_what": self.say(knot.get("what")),
            "next_step": self.say(knot.get("step")),
            "next_step_on": knot.get("step_in"),
        }
        return facts | self._waiting(knot)

    def _waiting(self, knot):
        whom = knot.get("wait")
        if not whom:
            return {}
        since = max(knot["since"], self.person.start + 1)
        if whom in {"us", "participant", "court"}:
            return {"waiting_on": whom, "waiting_since": since}
        agency = self.chain.near(self.dossier.trajectory.programme, whom)
        return {
            "state": "waiting",
            "waiting_on": "agency",
            "waiting_agency": agency,
            "waiting_since": since,
        }

    def _scores(self):
        person, story = self.person, self.story
        if person.state in {"referred", "not_admitted"}:
            return
        self.dossier.assess(person.start + 3, story["intake"])
        if person.state == "intake":
            return
        half = [
            max(a, b - self.rng.randint(0, 1))
            for a, b in zip(story["intake"], story["now"], strict=True)
        ]
        self.dossier.assess(person.start // 2, half)
        self.dossier.assess(min(-person.seen, -2), story["now"])
        hers = [
            level and min(5, max(1, level + self.rng.choice([-1, 0, 0, 1])))
            for level in story["now"]
        ]
        self.dossier.assess(min(-person.seen, -2), hers, by="participant")

    def _sessions(self):
        """What matters most comes last: the story ends with the newest sessions."""
        planned = self._plan()
        days = [on for on, mark in planned if mark == "v"] or [on for on, _ in planned]
        notes = [note for note in self.story["note"] if self._is_told(note)]
        fits = min(len(days), len(notes))
        by_day = dict(zip(days[len(days) - fits :], notes[-fits:], strict=False))
        for on, mark in planned:
            if note := by_day.get(on):
                self._story_note(on, mark, note)
            else:
                self._everyday(on, mark)

    def _is_told(self, note):
        """Only when what it is about stands in the dossier."""
        return not note["on"] or any(
            key in self.dossier.bottlenecks for key in note["on"]
        )

    def _plan(self):
        """(day, mark) of every session, the first one first, one a day."""
        person, plan = self.person, {}
        last = -max(person.seen, 0)
        for on in range(person.start + 3, min(last, -56) - 3, 14):
            plan[on + self.rng.randint(0, 3)] = self.rng.choice("vvvm")
        marks = [(week, mark) for week, mark in enumerate(person.weeks) if mark != "-"]
        for week, mark in marks:
            on = -7 * (7 - week) - self.rng.randint(1, 4)
            if person.start + 1 < on < last:
                plan[on] = mark
        if marks:
            plan[last] = marks[-1][1]
        return sorted(plan.items())

    def _story_note(self, on, mark, note):
        keys = [key for key in note["on"] if key in self.dossier.bottlenecks]
        change = note.get("change", "")
        self.dossier.session(
            on,
            self.rng.choice(SEEN if mark == "v" else HEARD),
            self.say(note["text"]),
            {key: self._change(key, change if key == keys[0] else "") for key in keys},
            clock=self._clock(on),
            minutes=self.rng.choice([30, 45, 50, 60]) if mark == "v" else 15,
            interpreter="phone" if self.person.facts.get("interpreter") else "none",
            in_their_words=self.say(note.get("words")),
            words_language=self.book.language if note.get("words") else "",
        )

    def _change(self, key, change):
        """Better ends where it stands today, one below what it was."""
        now = self.dossier.bottlenecks[key].severity
        before = {"better": min(now + 1, 5), "worse": max(now - 1, 1)}.get(change, now)
        return change, before, now

    def _everyday(self, on, mark):
        kinds = {"v": SEEN, "m": HEARD, "x": [""]}[mark]
        pool = told("everyday")[{"v": "seen", "m": "message", "x": "missed"}[mark]]
        keys = [
            key for key, row in self.dossier.bottlenecks.items() if row.lane == "now"
        ]
        self.dossier.session(
            on,
            self.rng.choice(kinds),
            self.say(self.rng.choice(pool)),
            keys[:1] if mark == "v" else (),
            clock=self._clock(on),
            minutes={"v": self.rng.choice([30, 45, 60]), "m": 10, "x": None}[mark],
            attendance="missed" if mark == "x" else "attended",
        )

    def _clock(self, on):
        return self.rng.choice(["09:30", "11:00", "13:30", "15:15"]) if on else ""

    def _contacts(self):
        agreed = {}
        for call in self.story["call"]:
            on = max(call["ago"], self.person.start + 1)
            if self.person.state == "not_admitted" or on > -1:
                continue
            agency = self.chain.near(self.dossier.trajectory.programme, call["agency"])
            if call.get("named") and agency not in agreed:
                agreed[agency] = self.dossier.consent(
                    "share", min(self.person.start + 10, on), agency
                )
            self.dossier.contact(
                on,
                agency,
                self.say(call["said"]),
                [key for key in call["on"] if key in self.dossier.bottlenecks],
                consent=agreed.get(agency) if call.get("named") else None,
                channel=call.get("channel", "phone"),
                direction=call.get("direction", "out"),
                promise=self.say(call.get("promise")),
                answer_due=call.get("due"),
            )


def told(name):
    """The story of that name."""
    if name not in _TOLD:
        text = (FOLDER / f"{name}.toml").read_text(encoding="utf-8")
        _TOLD[name] = tomllib.loads(text)
    return _TOLD[name]


_TOLD = {}
