"""One run of a participant through a programme: its states, and each step between."""

from datetime import timedelta
from uuid import UUID

import pgtrigger
from django.db import models, transaction
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from agencies.models import Municipality, Programme
from counsellors.models import User
from exitprog import moment
from exitprog.fields import SealedTextField
from exitprog.records import Record, VersionedRecord
from participants.models.event import tracked
from participants.models.participant import Participant
from participants.querysets.trajectory import TrajectoryQuerySet, TrajectoryStepQuerySet

READABLE_AFTER_CLOSING = timedelta(days=30)


class State(models.TextChoices):
    REFERRED = "referred", _("Referred")
    INTAKE = "intake", _("Meet")
    PLANNING = "planning", _("Plan")
    SUPPORT = "support", _("Act")
    AFTERCARE = "aftercare", _("After")
    COMPLETED = "completed", _("Completed")
    ON_HOLD = "on_hold", _("On hold")
    DROPPED_OUT = "dropped_out", _("Dropped out")
    TRANSFERRED = "transferred", _("Transferred")
    NOT_ADMITTED = "not_admitted", _("Not admitted")


PHASES = [
    State.REFERRED,
    State.INTAKE,
    State.PLANNING,
    State.SUPPORT,
    State.AFTERCARE,
]
ENDED = {State.COMPLETED, State.DROPPED_OUT, State.TRANSFERRED, State.NOT_ADMITTED}
LEAVING = {State.ON_HOLD, State.DROPPED_OUT, State.TRANSFERRED}
TRANSITIONS = {
    State.REFERRED: {State.INTAKE, State.NOT_ADMITTED} | LEAVING,
    State.INTAKE: {State.PLANNING, State.NOT_ADMITTED} | LEAVING,
    State.PLANNING: {State.SUPPORT} | LEAVING,
    State.SUPPORT: {State.PLANNING, State.AFTERCARE} | LEAVING,
    State.AFTERCARE: {State.SUPPORT, State.COMPLETED} | LEAVING,
    State.ON_HOLD: {State.DROPPED_OUT, State.TRANSFERRED},
    State.COMPLETED: set(),
    State.DROPPED_OUT: set(),
    State.TRANSFERRED: set(),
    State.NOT_ADMITTED: set(),
}


class ReferralRoute(models.TextChoices):
    SELF = "self", _("own request")
    OUTREACH = "outreach", _("outreach on site")
    ONLINE_OUTREACH = "online_outreach", _("outreach online")
    POLICE_CHECK = "police_check", _("police check")
    PUBLIC_HEALTH = "public_health", _("public health service")
    MUNICIPALITY = "municipality", _("municipality")
    NEIGHBOURHOOD_TEAM = "neighbourhood_team", _("neighbourhood team")
    SHELTER = "shelter", _("shelter")
    COORDINATION = "coordination", _("care co-ordination")
    CARE = "care", _("mental health or addiction care")
    PARTICIPANT = "participant", _("another participant")
    WEBSITE = "website", _("helpline or website")
    OTHER = "other", _("other")


class EndReason(models.TextChoices):
    AFTER_EXIT = "after_exit", _("completed after stopping")
    QUESTION_ANSWERED = "question_answered", _("question answered, goes on working")
    TRANSFERRED = "transferred", _("goes on in another programme")
    MOVED = "moved", _("moved away or abroad")
    RETURNED = "returned", _("returned to country of origin")
    LOST_CONTACT = "lost_contact", _("contact lost")
    OWN_CHOICE = "own_choice", _("stopped by own choice")
    DETENTION = "detention", _("detention")
    RESIDENCE_ENDED = "residence_ended", _("residence ended")
    UNSAFE = "unsafe", _("forced back or unsafe")
    ADMITTED = "admitted", _("admitted to a clinic")
    MINOR = "minor", _("under 18: youth care")
    OUTSIDE_REGION = "outside_region", _("outside the region")
    OTHER_HELP = "other_help", _("other help fits better")
    DECEASED = "deceased", _("deceased")
    OTHER = "other", _("other")


class Destination(models.TextChoices):
    PAID_EMPLOYMENT = "paid_employment", _("paid employment")
    STUDY = "study", _("study or training")
    SHELTERED_WORKSHOP = "sheltered_workshop", _("sheltered workshop")
    DAY_ACTIVITY = "day_activity", _("work-like day activity")
    VOLUNTEER_WORK = "volunteer_work", _("volunteer work")
    LANGUAGE_COURSE = "language_course", _("language course")
    TREATMENT = "treatment", _("treatment")
    CARE = "care", _("care for children")
    OTHER_PROGRAMME = "other_programme", _("another programme")
    YOUTH_CARE = "youth_care", _("youth care")
    NONE = "none", _("none")
    UNKNOWN = "unknown", _("unknown")


class TransitionError(Exception):
    """The state does not lead there."""


@tracked("order_version")
class Trajectory(VersionedRecord):
    participant = models.ForeignKey(
        Participant, models.PROTECT, related_name="trajectories"
    )
    programme = models.ForeignKey(
        Programme, models.PROTECT, related_name="trajectories"
    )
    state = models.CharField(max_length=12, choices=State, default=State.REFERRED)
    state_before_hold = models.CharField(max_length=12, choices=State, blank=True)
    order_version = models.PositiveIntegerField(default=0)
    later_review_on = models.DateField(
        _("look at Later again on"), null=True, blank=True
    )
    ranked_on = models.DateField(null=True, editable=False)
    referral_route = models.CharField(
        _("how did she come to us"), max_length=20, choices=ReferralRoute, blank=True
    )
    municipality_lives = models.ForeignKey(
        Municipality,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("lives in"),
    )
    municipality_works = models.ForeignKey(
        Municipality,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("works in"),
    )
    wish = SealedTextField(
        _("where is she heading, in her words"),
        blank=True,
        max_length=1000,
        label="participants.trajectory.wish",
    )
    wish_language = models.CharField(max_length=3, blank=True)
    wish_on = models.DateField(null=True, blank=True)
    started_on = models.DateField(default=moment.today)
    ended_on = models.DateField(null=True, editable=False)

    objects = TrajectoryQuerySet.as_manager()

    class Meta:
        ordering = ["-started_on", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["participant"],
                condition=Q(ended_on=None),
                name="one_open_trajectory_per_participant",
            ),
            models.CheckConstraint(
                condition=Q(ended_on=None, state__in=sorted(set(State) - ENDED))
                | Q(ended_on__isnull=False, state__in=sorted(ENDED)),
                name="a_trajectory_that_ended_has_a_date",
            ),
            models.CheckConstraint(
                condition=Q(state="on_hold", state_before_hold__gt="")
                | (~Q(state="on_hold") & Q(state_before_hold="")),
                name="on_hold_remembers_where_it_was",
            ),
        ]

    def __str__(self):
        return f"{self.participant_id} {self.state}"

    @property
    def is_open(self):
        return self.ended_on is None

    @property
    def weeks(self):
        """Which week of the trajectory today falls in, counted from 1."""
        return (moment.today() - self.started_on).days // 7 + 1

    @property
    def phase(self):
        """The state for the phase strip: on hold shows where it will go on."""
        return State(self.state_before_hold or self.state)

    @property
    def right_kind(self):
        """The right that shows it, on rows from `for_dossier`; None without one."""
        return self.right and self.right["kind"]

    @property
    def right_id(self):
        return self.right and UUID(self.right["id"])

    @property
    def counsellor_name(self):
        return self.counsellor and self.counsellor["name"]

    @property
    def counsellor_id(self):
        return self.counsellor and UUID(self.counsellor["id"])

    def next_states(self):
        """Where the state may lead, in the order of the enum."""
        reachable = TRANSITIONS[State(self.state)]
        if self.state == State.ON_HOLD:
            reachable = reachable | {State(self.state_before_hold)}
        return [state for state in State if state in reachable]

    @transaction.atomic
    def save_over(self, version):
        """The order has a version of its own: moves made meanwhile stay counted."""
        held = Trajectory.objects.select_for_update().get(pk=self.pk)
        self.order_version, self.ranked_on = held.order_version, held.ranked_on
        super().save_over(version)

    @transaction.atomic
    def enter(self, state, by, *, on=None, reason="", destination="", explanation=""):
        """Step to `state` and write the step.

        Ending needs a reason and a destination. The primary counsellor then reads
        the dossier for 30 days more; cover ends at once. Raises TransitionError when
        the state does not lead there, StaleVersionError when someone was first.
        """
        state = State(state)
        if state not in self.next_states():
            raise TransitionError(f"{self.state} does not lead to {state}")
        step = TrajectoryStep(
            trajectory=self,
            from_state=self.state,
            to_state=state,
            on=on or moment.today(),
            by=by,
            reason=reason,
            destination=destination,
            explanation=explanation,
        )
        holds = state == State.ON_HOLD
        self.state_before_hold = self.state if holds else ""
        self.state = state
        self.ended_on = step.on if state in ENDED else None
        self.save_over(self.version)
        step.save(force_insert=True)
        if state in ENDED:
            self._end_assignments()
        return step

    def _end_assignments(self):
        now = moment.now()
        current = self.participant.assignments.in_force()
        current.primary().update(ends_at=now + READABLE_AFTER_CLOSING)
        current.filter(kind="cover", starts_at__lt=now).update(ends_at=now)


class TrajectoryStep(Record):
    trajectory = models.ForeignKey(Trajectory, models.PROTECT, related_name="steps")
    from_state = models.CharField(max_length=12, choices=State, blank=True)
    to_state = models.CharField(max_length=12, choices=State)
    on = models.DateField()
    at = models.DateTimeField(default=moment.now)
    by = models.ForeignKey(User, models.PROTECT, related_name="+")
    reason = models.CharField(max_length=20, choices=EndReason, blank=True)
    destination = models.CharField(max_length=20, choices=Destination, blank=True)
    explanation = SealedTextField(
        blank=True, max_length=2000, label="participants.trajectorystep.explanation"
    )

    objects = TrajectoryStepQuerySet.as_manager()

    class Meta:
        ordering = ["-at", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=~Q(to_state__in=sorted(ENDED))
                | Q(reason__gt="", destination__gt=""),
                name="ending_needs_a_reason_and_a_destination",
            ),
        ]
        triggers = [
            pgtrigger.Protect(
                name="steps_stay", operation=pgtrigger.Update | pgtrigger.Delete
            ),
        ]

    def __str__(self):
        return f"{self.from_state} → {self.to_state}"
