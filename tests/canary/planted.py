"""A dossier with a canary in every sealed field, and a row of every kind."""

from dataclasses import dataclass, field
from datetime import timedelta

from django.utils import timezone

from participants import models as kinds
from tests.canary.words import canaries
from tests.factories import MakeAgency

HOUR = timedelta(hours=1)


@dataclass
class Planted:
    """One dossier: its letter, its trajectory and its rows by model."""

    letter: str
    trajectory: kinds.Trajectory
    counsellor: object
    rows: dict = field(default_factory=dict)

    @property
    def participant(self):
        return self.trajectory.participant

    @property
    def code(self):
        return self.participant.code

    @property
    def twins(self):
        """The second bottleneck, which is as the first."""
        first, second = self.rows[kinds.Bottleneck]
        return {str(second.pk): str(first.pk)}

    def add(self, model, **facts):
        row = model(**facts | canaries(model, self.letter))
        row.save(force_insert=True)
        self.rows.setdefault(model, []).append(row)
        return row

    def fill(self, model, row):
        for name, text in canaries(model, self.letter).items():
            setattr(row, name, text)
        row.save()


def plant(letter, trajectory, counsellor, *, receiver, opener, reviewer):
    """`receiver` is offered the dossier, `opener` broke its glass."""
    dossier = Planted(letter, trajectory, counsellor)
    dossier.fill(kinds.Participant, trajectory.participant)
    trajectory.wish_on = trajectory.started_on
    dossier.fill(kinds.Trajectory, trajectory)
    plant_person(dossier, receiver)
    plant_emergencies(dossier, opener, reviewer)
    plant_order(dossier)
    plant_log(dossier)
    plant_income(dossier)
    return dossier


def plant_person(dossier, receiver):
    person, by = dossier.participant, dossier.counsellor
    whose = {"participant": person}
    today = timezone.localdate()
    dossier.add(
        kinds.SafeContact,
        **whose,
        level="care",
        checked_on=today,
        checked_how="in_person",
        recorded_by=by,
    )
    raised = {"raised_by": by, "review_on": today}
    dossier.add(kinds.Flag, **whose, **raised)
    dossier.add(kinds.Flag, **whose, **raised, removed_on=today, removed_by=by)
    over = {"starts_at": timezone.now() - 2 * HOUR, "ends_at": timezone.now() - HOUR}
    dossier.add(kinds.Barrier, **whose, user=by, set_by=by, **over)
    dossier.add(kinds.Handover, **whose, from_user=by, to_user=receiver)
    dossier.rows[kinds.Naming] = list(person.namings.all())
    dossier.add(kinds.Draft, **whose, author=by, form="session-new")
    dossier.consent = kinds.Consent(
        **whose, purpose="share", agency=MakeAgency(), form="spoken", recorded_by=by
    )
    dossier.consent.save()
    dossier.rows[kinds.Consent] = [dossier.consent]


def plant_emergencies(dossier, opener, reviewer):
    """One that lasts, as a second person agreed, one that is over and reviewed."""
    now = timezone.now()
    glass = {"participant": dossier.participant, "user": opener}
    agreed = {"approved_by": reviewer, "approved_at": now}
    dossier.add(kinds.BreakGlass, **glass, starts_at=now, ends_at=now + HOUR, **agreed)
    dossier.add(
        kinds.BreakGlass,
        **glass,
        starts_at=now - 3 * HOUR,
        ends_at=now - 2 * HOUR,
        reviewed_by=reviewer,
        reviewed_at=now - HOUR,
        verdict="right",
    )


def plant_order(dossier):
    whose, by = {"trajectory": dossier.trajectory}, dossier.counsellor
    first, second = plant_bottlenecks(dossier, whose)
    pair = {"blocker": first, "blocked": second}
    dossier.add(kinds.Dependency, **whose, **pair, recorded_by=by)
    listed = [[str(first.pk), "now"], [str(second.pk), "now"]]
    dossier.add(
        kinds.OrderMove,
        **whose,
        kind="kept",
        bottleneck=first,
        order_version=1,
        before=listed,
        after=listed,
        by=by,
        why="other",
    )
    answer = {"order": listed, "participant": "disagrees"}
    dossier.add(kinds.OrderDecision, **whose, **answer, by=by)


def plant_bottlenecks(dossier, whose):
    today = timezone.localdate()
    facts = {"severity": 3, "lane": "now", "deadline": today + timedelta(days=3)}
    facts["opened_on"] = today - timedelta(days=99)
    return [
        dossier.add(kinds.Bottleneck, **whose, **facts, life_area=area, position=place)
        for place, area in enumerate(["income", "housing"], start=1)
    ]


def plant_log(dossier):
    whose, by = {"trajectory": dossier.trajectory}, dossier.counsellor
    plant_sessions(dossier, {**whose, "author": by, "kind": "office"})
    contact = {"author": by, "agency": dossier.consent.agency, "channel": "phone"}
    contact |= {"outcome": "reached", "answer_due": timezone.localdate()}
    dossier.add(kinds.AgencyContact, **whose, **contact)
    planned = {"planned_by": by, "kind": "visit"}
    dossier.add(kinds.Appointment, **whose, **planned, starts_at=timezone.now() + HOUR)
    step = {"from_state": "intake", "to_state": "support", "by": by}
    dossier.add(kinds.TrajectoryStep, **whose, **step, on=dossier.trajectory.started_on)


def plant_sessions(dossier, facts):
    """One of yesterday with an addendum, one of today."""
    yesterday = timezone.now() - timedelta(days=1)
    session = dossier.add(kinds.Session, **facts, recorded_at=yesterday)
    dossier.add(kinds.Addendum, session=session, author=dossier.counsellor)
    session = dossier.add(kinds.Session, **facts)
    session.touches.create(
        bottleneck=dossier.rows[kinds.Bottleneck][0],
        change="same",
        severity_before=3,
        severity_after=3,
    )


def plant_income(dossier):
    whose = {"trajectory": dossier.trajectory, "recorded_by": dossier.counsellor}
    dossier.add(kinds.Income, **whose, source="benefit")
    dossier.add(kinds.DaytimeActivity, **whose, kind="study", hours=8)
