"""A session with her: what happened, in her words, and what it touched."""

import uuid
from dataclasses import dataclass

from django.db import models, transaction
from django.db.models import Case, F, Q, Value, When
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from counsellors.models import User
from exitprog import moment
from exitprog.fields import SealedTextField
from exitprog.records import Record, VersionedRecord
from participants.models.bottleneck import Bottleneck, BottleneckState
from participants.models.event import tracked
from participants.models.held_order import HeldOrder
from participants.models.note import EDITABLE_FOR, note_triggers, touch_triggers
from participants.models.safe_contact import CheckedHow, SafeContact
from participants.models.trajectory import Trajectory
from participants.querysets.session import SessionQuerySet, SessionTouchQuerySet

LABEL = "participants.session"


class SessionKind(models.TextChoices):
    VISIT = "visit", _("Visit")
    OFFICE = "office", _("Office")
    PHONE = "phone", _("Phone")
    VIDEO = "video", _("Video")
    MESSAGE = "message", _("Message")


class Attendance(models.TextChoices):
    ATTENDED = "attended", _("on time")
    LATE = "late", _("late")
    MISSED = "missed", _("missed")
    CANCELLED_BY_PARTICIPANT = "cancelled_them", _("called off by the participant")
    CANCELLED_BY_US = "cancelled_us", _("called off by us")


HELD = [Attendance.ATTENDED, Attendance.LATE]


class InterpreterUsed(models.TextChoices):
    NONE = "none", _("no interpreter")
    PHONE = "phone", _("interpreter by phone")
    ON_SITE = "on_site", _("interpreter on site")


class StillRight(models.TextChoices):
    YES = "yes", _("Yes, we discussed it")
    CHANGED = "changed", _("No, it changed")
    NOT_ASKED = "not_asked", _("Not asked")


class Change(models.TextChoices):
    BETTER = "better", _("Better")
    SAME = "same", _("Same")
    WORSE = "worse", _("Worse")
    SOLVED = "solved", _("Solved")


CHECKED_BY = {
    SessionKind.VISIT: CheckedHow.IN_PERSON,
    SessionKind.OFFICE: CheckedHow.IN_PERSON,
    SessionKind.PHONE: CheckedHow.BY_PHONE,
    SessionKind.VIDEO: CheckedHow.BY_PHONE,
    SessionKind.MESSAGE: CheckedHow.BY_MESSAGE,
}


@dataclass(frozen=True)
class Touched:
    """A bottleneck that came up, and what was said of it; no severity: unchanged."""

    bottleneck: Bottleneck
    change: str = ""
    severity: int | None = None

    @property
    def severity_after(self) -> int:
        return self.severity or self.bottleneck.severity

    @property
    def is_solved(self) -> bool:
        return self.change == Change.SOLVED


@tracked()
class Session(VersionedRecord):
    trajectory = models.ForeignKey(Trajectory, models.PROTECT, related_name="sessions")
    author = models.ForeignKey(User, models.PROTECT, related_name="sessions")
    submission_id = models.UUIDField(default=uuid.uuid4, editable=False)
    appointment = models.OneToOneField(
        "participants.Appointment",
        models.PROTECT,
        null=True,
        editable=False,
        related_name="session",
    )
    on = models.DateField(_("date"), default=moment.today)
    starts_at = models.TimeField(_("time"), null=True, blank=True)
    minutes = models.PositiveSmallIntegerField(_("minutes"), null=True, blank=True)
    kind = models.CharField(
        _("how"),
        max_length=7,
        choices=SessionKind,
        blank=True,
        help_text=_("Empty when it did not take place."),
    )
    attendance = models.CharField(
        _("did it take place"),
        max_length=14,
        choices=Attendance,
        default=Attendance.ATTENDED,
    )
    interpreter = models.CharField(
        _("interpreter"),
        max_length=7,
        choices=InterpreterUsed,
        default=InterpreterUsed.NONE,
    )
    what_happened = SealedTextField(
        _("what happened"), max_length=5000, label=f"{LABEL}.what_happened"
    )
    in_their_words = SealedTextField(
        _("in their words"),
        blank=True,
        max_length=2000,
        label=f"{LABEL}.in_their_words",
    )
    words_language = models.CharField(max_length=3, blank=True)
    next_step = SealedTextField(
        _("next step"), blank=True, max_length=200, label=f"{LABEL}.next_step"
    )
    next_step_on = models.DateField(_("on"), null=True, blank=True)
    safe_contact_right = models.CharField(
        _("is the safe contact still right"),
        max_length=9,
        choices=StillRight,
        blank=True,
    )
    recorded_at = models.DateTimeField(default=moment.now, editable=False)

    objects = SessionQuerySet.as_manager()

    class Meta:
        ordering = ["-on", "-recorded_at", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["author", "submission_id"], name="one_session_per_submission"
            ),
            models.CheckConstraint(
                condition=Q(minutes=None) | Q(minutes__range=(1, 600)),
                name="a_session_lasts_one_to_six_hundred_minutes",
                violation_error_message=_("Write a number of minutes from 1 to 600."),
            ),
            models.CheckConstraint(
                condition=Q(kind__gt="") | ~Q(attendance__in=HELD),
                name="a_session_that_took_place_says_how",
                violation_error_message=_("Choose how you had contact."),
            ),
        ]
        indexes = [models.Index(fields=["trajectory", "-on"], name="newest_session")]
        triggers = note_triggers()

    def __str__(self):
        return str(self.pk)

    def get_absolute_url(self):
        code = self.trajectory.participant.code
        return reverse("participants:session", args=[code, self.pk])

    @property
    def was_held(self):
        return self.attendance in HELD

    @property
    def is_editable(self):
        """Within 24 hours of saving the author mends it; then it is only added to."""
        return moment.now() - self.recorded_at < EDITABLE_FOR

    @cached_property
    def has_solved(self):
        """Whether something was solved, so that the order has room for another."""
        return self.touches.filter(change=Change.SOLVED).exists()

    @transaction.atomic
    def log(self, touched=(), confirmed=None, order=None):
        """Save the note and carry over to the dossier what was said.

        New severities are set and what was solved is taken off `order`, which is
        held here if the caller does not. The next step goes to the bottleneck when
        there is just one. `confirmed`, a safe contact that is still right, is
        recorded again as discussed on this day.
        """
        if touched and order is None:
            order = HeldOrder(self.trajectory, self.author)
        self.save(force_insert=True)
        SessionTouch.objects.bulk_create(
            SessionTouch(
                session=self,
                bottleneck=item.bottleneck,
                change=item.change,
                severity_before=item.bottleneck.severity,
                severity_after=item.severity_after,
            )
            for item in touched
        )
        self._carry_over(touched)
        solved = [item.bottleneck.pk for item in touched if item.is_solved]
        self.has_solved = bool(solved)
        if solved:
            order.close(solved, BottleneckState.SOLVED)
        if confirmed:
            self._confirm(confirmed)

    def _carry_over(self, touched):
        if self.next_step and len(touched) == 1 and not touched[0].is_solved:
            self._plan_next_step(touched[0])
        else:
            self._set_severities(touched)

    def _set_severities(self, touched):
        changed = {
            item.bottleneck.pk: Value(item.severity)
            for item in touched
            if item.severity_after != item.bottleneck.severity
        }
        if changed:
            cases = [When(pk=key, then=severity) for key, severity in changed.items()]
            Bottleneck.objects.filter(pk__in=changed).update(
                severity=Case(*cases), version=F("version") + 1
            )

    def _plan_next_step(self, item):
        changes = {
            "next_step": self.next_step,
            "next_step_on": self.next_step_on,
            "severity": item.severity_after,
            "version": F("version") + 1,
        }
        for name, value in changes.items():
            setattr(item.bottleneck, name, value)
        item.bottleneck.save(update_fields=list(changes))

    def _confirm(self, safe_contact):
        """The day of the check never goes back when an older session is logged."""
        columns = [f.attname for f in SafeContact._meta.concrete_fields]
        again = SafeContact(
            **{name: getattr(safe_contact, name) for name in columns if name != "id"}
        )
        again.checked_on = max(filter(None, [safe_contact.checked_on, self.on]))
        again.checked_how = CHECKED_BY[SessionKind(self.kind)]
        again.recorded_by, again.recorded_at = self.author, moment.now()
        again.save(force_insert=True)


class SessionTouch(Record):
    """A bottleneck that the session was about, and what changed, if that was said."""

    session = models.ForeignKey(Session, models.PROTECT, related_name="touches")
    bottleneck = models.ForeignKey(
        Bottleneck, models.PROTECT, related_name="session_touches"
    )
    change = models.CharField(max_length=6, choices=Change, blank=True)
    severity_before = models.PositiveSmallIntegerField()
    severity_after = models.PositiveSmallIntegerField()

    objects = SessionTouchQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["session", "bottleneck"], name="a_session_touches_it_once"
            ),
            models.CheckConstraint(
                condition=Q(
                    severity_before__range=(1, 5), severity_after__range=(1, 5)
                ),
                name="a_touch_keeps_severity_in_one_to_five",
            ),
        ]
        triggers = touch_triggers()

    def __str__(self):
        return f"{self.change} {self.bottleneck_id}"
