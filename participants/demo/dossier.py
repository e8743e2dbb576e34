"""Writes one participant's dossier into the book, in words that a story can use.

Days are counted from today: -7 is a week ago, 3 is in three days.
"""

from datetime import timedelta

from exitprog.life_areas import LifeArea
from participants.demo.days import at, day
from participants.demo.talks import Talks
from participants.models import (
    Assessment,
    Assignment,
    Bottleneck,
    Consent,
    Dependency,
    Flag,
    OrderDecision,
    OrderMove,
    SafeContact,
    Trajectory,
    TrajectoryStep,
)
from participants.models.bottleneck import ACTIVE, Lane
from participants.models.trajectory import ENDED, READABLE_AFTER_CLOSING


class Dossier(Talks):
    """One trajectory of a participant, guided by `counsellor` since `start`."""

    def __init__(
        self, book, counsellor, programme, start, participant, route, predecessor=None
    ):
        self.book, self.counsellor, self.start = book, counsellor, start
        self.predecessor, self.participant = predecessor, participant
        self.since = start // 2 if predecessor else start
        self.trajectory = book.add(
            Trajectory(
                participant=participant,
                programme=programme,
                started_on=day(start),
                referral_route=route,
                municipality_lives=programme.central_municipality,
                municipality_works=programme.central_municipality,
            )
        )
        self.bottlenecks, self.steps = {}, 0
        self._record_step("", "referred", start)
        if self.predecessor:
            self.guided_by(self.predecessor, start, self.since)
        self.guided_by(counsellor, self.since)

    def add(self, model, **facts):
        return self.book.add(model(**facts))

    def guide(self, days):
        """Who guided on that day."""
        return self.counsellor if days >= self.since else self.predecessor

    def guided_by(self, user, since, until=None, kind="primary"):
        return self.add(
            Assignment,
            participant=self.participant,
            user=user,
            kind=kind,
            starts_at=at(since, "09:00"),
            ends_at=until and at(until, "09:00"),
            granted_by=self.counsellor,
        )

    # Where she stands

    def step(self, state, days, **facts):
        """Step to `state`; an end also ends the right of the counsellor in 30 days."""
        row = self.trajectory
        before, row.state = row.state, state
        row.state_before_hold = before if state == "on_hold" else ""
        if state in ENDED:
            row.ended_on = day(days)
            self.end_right(at(days, "17:00") + READABLE_AFTER_CLOSING)
        return self._record_step(before, state, days, **facts)

    def _record_step(self, before, state, days, explanation="", **facts):
        self.steps += 1
        return self.add(
            TrajectoryStep,
            trajectory=self.trajectory,
            from_state=before,
            to_state=state,
            on=day(days),
            at=at(days, f"16:{self.steps:02}"),
            by=self.counsellor,
            explanation=self.book.say(explanation),
            **facts,
        )

    def end_right(self, moment):
        """The right of whoever guides now ends then."""
        mine = self.participant
        for right in self.book.rows[Assignment]:
            if right.participant == mine and right.ends_at is None:
                right.ends_at = moment

    def wish(self, text, language, days):
        row = self.trajectory
        row.wish, row.wish_language = self.book.say(text), language
        row.wish_on = row.ranked_on = day(days)

    def safe(self, level, checked=None, how="in_person", **rules):
        """Another row of how she may be reached; the newest counts."""
        told = self.start if checked is None else checked
        return self.add(
            SafeContact,
            participant=self.participant,
            level=level,
            checked_on=day(checked),
            checked_how=how if checked is not None else "",
            recorded_by=self.counsellor,
            recorded_at=at(told, "16:10"),
            **{name: self.book.say(rule) or rule for name, rule in rules.items()},
        )

    def flag(self, text, days, review):
        return self.add(
            Flag,
            participant=self.participant,
            text=self.book.say(text),
            raised_on=day(days),
            raised_by=self.counsellor,
            review_on=day(review),
        )

    def consent(self, purpose, days, agency=None, topics=(), expires=None, form=None):
        return self.add(
            Consent,
            participant=self.participant,
            purpose=purpose,
            agency=agency,
            topics=list(topics),
            given_on=day(days),
            form=form or "written",
            information_version="2026-1",
            expires_on=day(expires),
            recorded_by=self.counsellor,
            recorded_at=at(days, "16:20"),
        )

    def assess(self, days, levels, by="counsellor"):
        """Twelve levels in the order of the life areas; 0 was not discussed."""
        first, who = at(days, "16:30"), self.guide(days)
        for second, (area, level) in enumerate(zip(LifeArea, levels, strict=True)):
            self.add(
                Assessment,
                trajectory=self.trajectory,
                life_area=area,
                level=level or None,
                assessed_by=by,
                measured_on=day(days),
                recorded_by=who,
                recorded_at=first + timedelta(milliseconds=second),
            )

    # What stands in the way

    def bottleneck(self, key, area, severity, title, lane="next", **facts):
        """The next in the order; with a state that is not active it has no place."""
        texts = ("story", "deadline_what", "next_step")
        dates = ("deadline", "next_step_on", "waiting_since", "opened_on", "closed_on")
        facts |= {name: self.book.say(facts[name]) for name in texts if name in facts}
        facts |= {name: day(facts[name]) for name in dates if name in facts}
        facts.setdefault("opened_on", day(self.start + 7))
        if facts.get("state", "open") in ACTIVE:
            facts |= {"lane": lane, "position": len(self.order()) + 1}
        row = self.bottlenecks[key] = self.add(
            Bottleneck,
            trajectory=self.trajectory,
            life_area=area,
            severity=severity,
            title=self.book.say(title),
            **facts,
        )
        return row

    def edge(self, blocker, blocked, reason="", kind="hard"):
        return self.add(
            Dependency,
            trajectory=self.trajectory,
            blocker=self.bottlenecks[blocker],
            blocked=self.bottlenecks[blocked],
            kind=kind,
            reason=self.book.say(reason),
            recorded_by=self.counsellor,
            recorded_at=at(self.start + 14, "16:40"),
        )

    # The order and how it came about

    def order(self):
        """The active bottlenecks as [id, lane], first to last."""
        active = [row for row in self.bottlenecks.values() if row.lane]
        active.sort(key=lambda row: row.position)
        return [[str(row.pk), row.lane] for row in active]

    def listed(self, keys):
        """[id, lane] for keys like "address room | benefit | dutch"."""
        return [
            [str(self.bottlenecks[key].pk), lane]
            for lane, part in zip(Lane, keys.split("|"), strict=True)
            for key in part.split()
        ]

    def move(self, before, after, days, clock, key=None, **facts):
        """A change of the order, in the past; the last one leads to today's order."""
        self.trajectory.order_version += 1
        return self.add(
            OrderMove,
            trajectory=self.trajectory,
            bottleneck=self.bottlenecks.get(key),
            order_version=self.trajectory.order_version,
            before=before,
            after=after,
            by=self.counsellor,
            at=at(days, clock),
            **facts,
        )

    def agree(self, days, order=None, answer="agrees", reason=""):
        return self.add(
            OrderDecision,
            trajectory=self.trajectory,
            order=order or self.order(),
            participant=answer,
            reason=self.book.say(reason),
            by=self.counsellor,
            at=at(days, "15:30"),
        )
