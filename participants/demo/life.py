"""Tells the year of one person: her story, filled up with everyday notes."""

from participants.demo.days import at, day
from participants.demo.diary import Diary
from participants.demo.dossier import Dossier
from participants.demo.earlier import earlier_trajectory
from participants.demo.people import programme_of
from participants.demo.stages import enter_stages, settle
from participants.demo.texts import said, told
from participants.models import Participant

RULES = {
    "acute": {"channels": ["app"], "app_name": "Signal", "voicemail": False},
    "care": {"channels": ["app", "text"], "app_name": "WhatsApp", "voicemail": False},
    "none_known": {"channels": ["call", "text", "email"], "voicemail": True},
}
SHARED = {"from_time": "09:00", "until_time": "17:00", "post": False}
WEEKDAYS = ["mon", "tue", "wed", "thu", "fri"]
LANES = ["now", "now", "next", "next", "later", "later"]
UNKNOWN = {"referred", "not_admitted"}
KNOWN = {"referred": 0, "not_admitted": 0, "intake": 2}


class Life:
    """One person of the cast, written into the book."""

    def __init__(self, person, code, book, chain, users, rng):
        self.person, self.book, self.chain = person, book, chain
        self.users, self.rng = users, rng
        self.story = told(person.story)
        counsellor = users[person.counsellor]
        programme = chain.programmes[programme_of(counsellor)]
        participant = self._participant(code)
        if person.earlier:
            earlier_trajectory(book, counsellor, programme, participant, person)
        self.dossier = Dossier(
            book,
            counsellor,
            programme,
            person.start,
            participant,
            person.route,
            predecessor=users.get(person.predecessor),
        )

    def _participant(self, code):
        person = self.person
        return self.book.add(
            Participant(
                code=code,
                alias=person.alias,
                birth_year=person.age and day(0).year - person.age - 1,
                languages=list(person.languages),
                registered_on=day(min(person.start, *person.earlier, 0)),
                **person.facts,
            )
        )

    def write(self):
        enter_stages(self.dossier, self.person)
        self._rules()
        self._bottlenecks()
        self._scores()
        Diary(self).write()
        settle(self.dossier, self.person, self.rng)
        for who, since, until in self.person.covers:
            self.dossier.guided_by(self.users[who], since, until, kind="cover")
        if self.person.until:
            self.dossier.end_right(at(self.person.until, "17:00"))
        return self.dossier

    def say(self, pair):
        return said(pair, self.person.alias)

    def _rules(self):
        """How she may be reached, at first and today; and what all must know."""
        dossier, person = self.dossier, self.person
        if flag := self.story.get("flag"):
            raised = max(person.start + 4, -40)
            dossier.flag(self.say(flag), raised, self.rng.randint(9, 40))
        if person.level == "not_asked":
            return
        rules = SHARED | {"phone": f"06 5550 {self.rng.randint(1000, 9999)}"}
        checked = min(person.checked, person.last)
        if checked > person.start + 9:
            dossier.safe("care", person.start + 2, **rules | RULES["care"])
        latest = rules | RULES[person.level] | {"days": WEEKDAYS}
        dossier.safe(person.level, checked, **latest)
        dossier.consent("record", person.start + 2, form="spoken")

    def _bottlenecks(self):
        """As many as were named by now, in the lanes in their order; and her wish."""
        dossier, person = self.dossier, self.person
        lanes = iter(LANES)
        for knot in self._knots()[: KNOWN.get(person.state)]:
            lane = None if knot.get("state") else next(lanes)
            dossier.bottleneck(**self._facts(knot, lane))
        for blocker, blocked in self.story["edges"]:
            if {blocker, blocked} <= dossier.bottlenecks.keys():
                dossier.edge(blocker, blocked)
        if self.story["wish"] and person.state not in UNKNOWN:
            on = max(person.start + 2, person.last - 30)
            dossier.wish(self.say(self.story["wish"]), self.book.language, on)

    def _knots(self):
        """Those of the story, from another one on, and those besides."""
        story, turn = self.story.get("knot", []), self.person.turn
        besides = [told("besides")[key] | {"key": key} for key in self.person.more]
        return story[turn:] + besides + story[:turn]

    def then(self, days):
        """A day that the story counts from today, where the dossier ended before it."""
        return None if days is None else days + self.person.last

    def _facts(self, knot, lane):
        person = self.person
        opened = max(person.start + self.rng.randint(5, 30), person.middle)
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
            closed = self.then(knot["closed"])
            return facts | {"closed_on": max(closed, facts["opened_on"])}
        facts |= {
            "lane": lane,
            "deadline": self.then(knot.get("deadline")),
            "deadline_what": self.say(knot.get("what")),
            "next_step": self.say(knot.get("step")),
            "next_step_on": self.then(knot.get("step_in")),
        }
        return facts | self._waiting(knot)

    def _waiting(self, knot):
        whom = knot.get("wait")
        if not whom:
            return {}
        since = max(self.then(knot["since"]), self.person.start + 1)
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
        """At the start, half-way and now; her own beside the last one."""
        person, story = self.person, self.story
        if person.state in UNKNOWN or person.level == "not_asked":
            return
        first, now = story["intake"], story["now"]
        self.dossier.assess(person.start + 3, first)
        if person.state == "intake":
            return
        half = [
            max(a, b - self.rng.randint(0, 1)) for a, b in zip(first, now, strict=True)
        ]
        self.dossier.assess(person.middle, half)
        latest = min(-person.seen, -2)
        self.dossier.assess(latest, now)
        self.dossier.assess(latest, list(map(self._own, now)), by="participant")

    def _own(self, level):
        """Her own score, at times a step away; what was not discussed stays so."""
        return level and min(5, max(1, level + self.rng.choice([-1, 0, 0, 1])))
