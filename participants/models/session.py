"""A session with her: what happened, in her words, and what it touched."""

import uuid
from datetime import timedelta

import pgtrigger
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from counsellors.models import User
from exitprog import moment
from exitprog.fields import SealedTextField
from exitprog.records import Record, VersionedRecord
from participants.models.bottleneck import Bottleneck
from participants.models.trajectory import Trajectory
from participants.querysets.session import SessionQuerySet, SessionTouchQuerySet

EDITABLE_FOR = timedelta(hours=24)
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


class Session(VersionedRecord):
    trajectory = models.ForeignKey(Trajectory, models.PROTECT, related_name="sessions")
    author = models.ForeignKey(User, models.PROTECT, related_name="sessions")
    submission_id = models.UUIDField(default=uuid.uuid4, editable=False)
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
        """Within 24 hours of saving the author may mend the note; then only add to it."""
        return moment.now() - self.recorded_at < EDITABLE_FOR


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

    def __str__(self):
        return f"{self.change} {self.bottleneck_id}"


class Addendum(Record):
    """What is added to a note after 24 hours."""

    session = models.ForeignKey(Session, models.PROTECT, related_name="addenda")
    author = models.ForeignKey(User, models.PROTECT, related_name="+")
    text = SealedTextField(
        _("what do you add"), max_length=5000, label="participants.addendum.text"
    )
    at = models.DateTimeField(default=moment.now)

    objects = SessionTouchQuerySet.as_manager()

    class Meta:
        verbose_name_plural = "addenda"
        ordering = ["at", "pk"]
        triggers = [
            pgtrigger.Protect(
                name="addenda_stay", operation=pgtrigger.Update | pgtrigger.Delete
            ),
        ]

    def __str__(self):
        return str(self.pk)
