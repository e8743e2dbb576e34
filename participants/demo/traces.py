"""What the last four weeks left behind: lines of the access log, and one draft."""

from uuid import uuid4

from django.utils.crypto import salted_hmac

from counsellors.models import AccessEvent
from counsellors.models.access_event import Action, Ground, Result
from participants.demo.book import Said
from participants.demo.days import at, day
from participants.models import Assignment, Draft

DEVICE = "Mozilla/5.0 (Windows NT 10.0; Win64; x64) Firefox/140.0"
OFFICE = "192.0.2.10"
DRAFTED = Said(
    "Gebeld over de kamer. Wil er een nacht over slapen, belt morgen",
    "Called about the room. Wants to sleep on it, calls back tomorrow",
)
PAGES = [
    ("participants:overview", Action.OPEN, ["alias", "safety", "notes"]),
    ("participants:overview", Action.OPEN, ["alias", "safety", "notes"]),
    ("participants:priorities", Action.OPEN, ["alias", "safety", "titles"]),
    ("participants:session-new", Action.CREATE, ["titles", "notes", "safety"]),
    ("participants:contact-new", Action.CREATE, ["titles", "notes", "safety"]),
    ("participants:timeline", Action.OPEN, ["alias", "notes"]),
]


class Traces:
    """The lines of the counsellors, in the order in which they came about."""

    def __init__(self, book, dossiers, rng):
        self.book, self.rng = book, rng
        self.trajectories = {d.participant: d.trajectory for d in dossiers}
        rights = book.rows[Assignment]
        self.rights = [
            right for right in rights if right.participant in self.trajectories
        ]

    def write(self):
        for days in range(-27, 0):
            if day(days) == day(days - 1):
                continue
            for user in sorted({r.user for r in self.rights}, key=lambda u: u.email):
                self._day_of(user, days)

    def _day_of(self, user, days):
        mine = [right for right in self.rights if right.user == user]
        holding = [right for right in mine if self._holds(right, at(days, "08:00"))]
        if not holding:
            return
        self._listed(user, holding, at(days, "08:50"))
        for right in self.rng.sample(holding, min(3, len(holding))):
            self._opened(right, days)

    def _holds(self, right, moment):
        return right.starts_at <= moment and (
            not right.ends_at or moment < right.ends_at
        )

    def _opened(self, right, days):
        page, action, groups = self.rng.choice(PAGES)
        trajectory = self.trajectories[right.participant]
        clock = f"{self.rng.randint(9, 16):02}:{self.rng.randint(0, 59):02}"
        self._line(
            right.user,
            at(days, clock),
            action,
            page,
            programme=trajectory.programme,
            kind="participant",
            object_id=right.participant.pk,
            case_code=right.participant.code,
            field_groups=groups,
            ground=Ground(right.kind),
            ground_id=right.pk,
            has_relation=True,
        )

    def _listed(self, user, holding, moment):
        programmes = {self.trajectories[r.participant].programme for r in holding}
        self._line(
            user,
            moment,
            Action.LIST,
            "participants:list",
            programme=programmes.pop(),
            kind="participant",
            case_codes=sorted(right.participant.code for right in holding),
            result_count=len(holding),
            field_groups=["alias", "safety", "titles"],
            has_relation=True,
        )

    def searched(self, user, days, term, programme):
        """A search that found nobody: only a keyed hash of the term is kept."""
        kept = salted_hmac("counsellors.search", term, algorithm="sha256").hexdigest()
        facts = {"search_hash": kept, "result_count": 0, "programme": programme}
        moment = at(days, "10:20")
        self._line(user, moment, Action.SEARCH, "participants:find", **facts)

    def refused(self, user, days, dossier):
        """Someone asked for a dossier that is not hers."""
        self._line(
            user,
            at(days, "12:40"),
            Action.OPEN,
            "participants:overview",
            result=Result.REFUSED,
            is_authorised=False,
            case_code=dossier.participant.code,
            programme=dossier.trajectory.programme,
        )

    def _line(self, user, moment, action, page, **facts):
        facts = {"result": Result.GRANTED, "origin": OFFICE, "device": DEVICE} | facts
        line = AccessEvent(
            at=moment, request_id=uuid4(), actor=user, action=action, page=page, **facts
        )
        return self.book.add(line)


def draft(book, user, participant):
    """A call of yesterday that still has to be written down."""
    typed = {
        "submission_id": [str(uuid4())],
        "on": [day(-1).isoformat()],
        "starts_at": ["16:40"],
        "length": ["15"],
        "how": ["phone"],
        "what_happened": [book.say(DRAFTED)],
    }
    book.add(
        Draft(
            author=user,
            participant=participant,
            form="session-new",
            content=typed,
            saved_at=at(-1, "17:05"),
        )
    )
