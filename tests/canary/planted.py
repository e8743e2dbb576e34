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
    first, second = (
        dossier.add(
            kinds.Bottleneck,
            **whose,
            life_area=area,
            severity=3,
            lane="now",
            position=place,
            deadline=timezone.localdate() + timedelta(days=3),
            opened_on=timezone.localdate() - timedelta(days=99),
        )
        for place, area in enumerate(["income", "housing"], start=1)
    )
    dossier.add(
        kinds.Dependency, **whose, blocker=first, blocked=second, recorded_by=by
    )
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
    dossier.add(
        kinds.OrderDecision, **whose, order=listed, participant="disagrees", by=by
    )


def plant_log(dossier):
    whose, by = {"trajectory": dossier.trajectory}, dossier.counsellor
    yesterday = timezone.now() - timedelta(days=1)
    first = dossier.rows[kinds.Bottleneck][0]
    session = dossier.add(
        kinds.Session, **whose, author=by, kind="office", recorded_at=yesterday
    )
    dossier.add(kinds.Addendum, session=session, author=by)
    session = dossier.add(kinds.Session, **whose, author=by, kind="office")
    session.touches.create(
        bottleneck=first, change="same", severity_before=3, severity_after=3
    )
    dossier.add(
        kinds.AgencyContact,
        **whose,
        author=by,
        agency=dossier.consent.agency,
        channel="phone",
        outcome="reached",
        answer_due=timezone.localdate(),
    )
    planned = {"planned_by": by, "kind": "visit"}
    dossier.add(kinds.Appointment, **whose, **planned, starts_at=timezone.now() + HOUR)
    dossier.add(
        kinds.TrajectoryStep,
        **whose,
        from_state="intake",
        to_state="support",
        by=by,
        on=dossier.trajectory.started_on,
    )


def plant_income(dossier):
    whose = {"trajectory": dossier.trajectory, "recorded_by": dossier.counsellor}
    dossier.add(kinds.Income, **whose, source="benefit")
    dossier.add(kinds.DaytimeActivity, **whose, kind="study", hours=8)
