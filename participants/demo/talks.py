"""Writes down whom one spoke with: her, and agencies about her."""

from datetime import time, timedelta

from exitprog import moment
from participants.demo.days import at, day
from participants.models import (
    Addendum,
    AgencyContact,
    ContactTouch,
    Session,
    SessionTouch,
)
from participants.models.session import HELD

UNCHANGED = ("", None, None)


class Talks:
    """The part of a dossier that grows with every conversation."""

    def session(self, days, kind, text, touched=(), *, by=None, clock="", **facts):
        """A note that touches bottlenecks: keys, or {key: (change, before, after)}."""
        for name in ("in_their_words", "next_step"):
            facts[name] = self.book.say(facts.get(name))
        held = facts.get("attendance", "attended") in HELD
        row = self.add(
            Session,
            trajectory=self.trajectory,
            author=by or self.guide(days),
            on=day(days),
            kind=kind,
            starts_at=time.fromisoformat(clock) if clock else None,
            minutes=facts.pop("minutes", 50 if held else None),
            what_happened=self.book.say(text),
            next_step_on=day(facts.pop("next_step_in", None)),
            recorded_at=_after(days, clock),
            **facts,
        )
        changes = touched if isinstance(touched, dict) else dict.fromkeys(touched)
        for key, change in changes.items():
            self._touch(row, self.bottlenecks[key], change or UNCHANGED)
        return row

    def _touch(self, session, bottleneck, change):
        what, before, after = change
        return self.add(
            SessionTouch,
            session=session,
            bottleneck=bottleneck,
            change=what,
            severity_before=before or bottleneck.severity,
            severity_after=after or bottleneck.severity,
        )

    def addendum(self, session, days, text):
        return self.add(
            Addendum,
            session=session,
            author=self.counsellor,
            text=self.book.say(text),
            at=at(days, "10:15"),
        )

    def contact(self, days, agency, said, touched=(), *, consent=None, **facts):
        """An agency was contacted; with a consent the name was given."""
        for name in ("promise", "next_action"):
            facts[name] = self.book.say(facts.get(name))
        for name in ("answer_due", "next_action_on"):
            facts[name] = day(facts.get(name))
        facts = {"channel": "phone", "outcome": "reached"} | facts
        row = self.add(
            AgencyContact,
            trajectory=self.trajectory,
            author=facts.pop("by", self.guide(days)),
            agency=agency,
            on=day(days),
            what_was_said=self.book.say(said),
            consent=consent,
            is_named=consent is not None,
            recorded_at=_after(days, "11:00"),
            **facts,
        )
        for key in touched:
            self.add(ContactTouch, contact=row, bottleneck=self.bottlenecks[key])
        return row


def _after(days, clock):
    """The note is written within the hour after it."""
    return min(at(days, clock or "15:00") + timedelta(minutes=55), moment.now())
