"""A session or a visit to a desk that is planned: when, how, where and with whom.

A moved one keeps its row and is followed by a new one, so the chain tells how often.
"""

from datetime import timedelta

from django.db import models, transaction
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from counsellors.models import User
from exitprog import moment
from exitprog.fields import SealedTextField
from exitprog.records import StaleVersionError, VersionedRecord
from participants.models.bottleneck import Bottleneck
from participants.models.event import tracked
from participants.models.session import InterpreterUsed, SessionKind
from participants.models.trajectory import Trajectory
from participants.querysets.appointment import AppointmentQuerySet

LABEL = "participants.appointment"
USUAL_MINUTES = 60


class CancelledBy(models.TextChoices):
    PARTICIPANT = "participant", _("the participant")
    US = "us", _("us")


class AppointmentError(Exception):
    """It was moved, cancelled or logged already."""


@tracked()
class Appointment(VersionedRecord):
    trajectory = models.ForeignKey(
        Trajectory, models.PROTECT, related_name="appointments"
    )
    planned_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    starts_at = models.DateTimeField()
    minutes = models.PositiveSmallIntegerField(_("minutes"), default=USUAL_MINUTES)
    kind = models.CharField(_("how"), max_length=7, choices=SessionKind)
    place = SealedTextField(
        _("place"), blank=True, max_length=120, label=f"{LABEL}.place"
    )
    with_whom = SealedTextField(
        _("who comes along"), blank=True, max_length=80, label=f"{LABEL}.with_whom"
    )
    about = models.ForeignKey(
        Bottleneck,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("what is it about"),
    )
    interpreter = models.CharField(
        _("interpreter"),
        max_length=7,
        choices=InterpreterUsed,
        default=InterpreterUsed.NONE,
    )
    moved_from = models.OneToOneField(
        "self", models.PROTECT, null=True, editable=False, related_name="moved_to"
    )
    cancelled_by = models.CharField(
        _("who called it off"), max_length=11, choices=CancelledBy, blank=True
    )
    cancelled_at = models.DateTimeField(null=True, editable=False)

    objects = AppointmentQuerySet.as_manager()

    class Meta:
        ordering = ["starts_at", "pk"]
        indexes = [
            models.Index(
                fields=["trajectory", "starts_at"], name="appointments_in_time"
            ),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(minutes__range=(1, 600)),
                name="an_appointment_lasts_one_to_six_hundred_minutes",
                violation_error_message=_("Write a number of minutes from 1 to 600."),
            ),
            models.CheckConstraint(
                condition=Q(cancelled_by="", cancelled_at=None)
                | Q(cancelled_by__gt="", cancelled_at__isnull=False),
                name="a_cancelled_appointment_says_by_whom_and_when",
            ),
            models.CheckConstraint(
                condition=Q(kind__in=SessionKind.values),
                name="an_appointment_says_how",
            ),
            models.CheckConstraint(
                condition=~Q(moved_from=F("id")),
                name="an_appointment_does_not_follow_itself",
            ),
            models.UniqueConstraint(
                fields=["id", "trajectory"], name="an_appointment_keeps_its_trajectory"
            ),
        ]

    def __str__(self):
        return str(self.pk)

    @property
    def ends_at(self):
        return self.starts_at + timedelta(minutes=self.minutes)

    @property
    def is_past(self):
        """From the moment that it should be over."""
        return self.ends_at <= moment.now()

    @property
    def is_moved(self):
        return hasattr(self, "moved_to")

    @property
    def is_cancelled(self):
        return self.cancelled_at is not None

    @property
    def is_logged(self):
        return hasattr(self, "session")

    @property
    def is_open(self):
        return not (self.is_moved or self.is_cancelled or self.is_logged)

    @transaction.atomic
    def move_to(self, starts_at, by, version=None):
        """Plan it anew at `starts_at`; the new row follows this one in the chain."""
        self._hold(version)
        columns = [field.attname for field in self._meta.concrete_fields]
        same = {
            name: getattr(self, name)
            for name in columns
            if name not in {"id", "version", "moved_from_id"}
        }
        moved = Appointment(**same | {"starts_at": starts_at, "planned_by_id": by.pk})
        moved.moved_from = self
        moved.save(force_insert=True)
        return moved

    @transaction.atomic
    def cancel(self, by_whom, version=None):
        """Call it off; the row stays."""
        self._hold(version)
        self.cancelled_by, self.cancelled_at = CancelledBy(by_whom), moment.now()
        self.save_over(self.version)

    def _hold(self, version):
        """Lock the row, so that of two changes at once the second one is told."""
        held = Appointment.objects.select_for_update().get(pk=self.pk)
        if not held.is_open:
            raise AppointmentError
        if version not in {None, held.version}:
            raise StaleVersionError(held)
        self.version = held.version
