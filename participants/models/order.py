"""How the order came about: every move, and every time it was agreed with her."""

import pgtrigger
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from counsellors.models import User
from exitprog import moment
from exitprog.fields import SealedTextField
from exitprog.records import Record
from participants.models.bottleneck import Bottleneck
from participants.models.trajectory import Trajectory
from participants.querysets.order import OrderDecisionQuerySet, OrderMoveQuerySet

APPEND_ONLY = pgtrigger.Update | pgtrigger.Delete


class MoveKind(models.TextChoices):
    MOVED = "moved", _("moved")
    ADDED = "added", _("added")
    CLOSED = "closed", _("taken off")
    REOPENED = "reopened", _("opened again")
    SUGGESTION = "suggestion", _("suggestion used")
    KEPT = "kept", _("kept with a reason")
    UNDONE = "undone", _("undone")


class KeepReason(models.TextChoices):
    WISH = "wish", _("the participant wants this first")
    PLANNED = "planned", _("an appointment is already planned")
    TRUST = "trust", _("first gain trust")
    OTHER = "other", _("other")


class Agreement(models.TextChoices):
    AGREES = "agrees", _("agrees")
    DISAGREES = "disagrees", _("does not agree")
    COULD_NOT_BE_ASKED = "could_not_be_asked", _("could not be asked")


class OrderMove(Record):
    """One change of the order. `before` and `after` are lists of [id, lane]."""

    trajectory = models.ForeignKey(Trajectory, models.PROTECT, related_name="moves")
    kind = models.CharField(max_length=10, choices=MoveKind, default=MoveKind.MOVED)
    bottleneck = models.ForeignKey(
        Bottleneck, models.PROTECT, null=True, related_name="moves"
    )
    order_version = models.PositiveIntegerField()
    before = models.JSONField()
    after = models.JSONField()
    by = models.ForeignKey(User, models.PROTECT, related_name="+")
    at = models.DateTimeField(default=moment.now)
    undoes = models.OneToOneField(
        "self", models.PROTECT, null=True, related_name="undone_by"
    )
    suggested_position = models.PositiveSmallIntegerField(null=True)
    suggested_rule = models.CharField(max_length=30, blank=True)
    why = models.CharField(max_length=10, choices=KeepReason, blank=True)
    explanation = SealedTextField(
        blank=True, max_length=300, label="participants.ordermove.explanation"
    )

    objects = OrderMoveQuerySet.as_manager()

    class Meta:
        ordering = ["-at", "-order_version", "-pk"]
        indexes = [models.Index(fields=["trajectory", "-at"], name="newest_move")]
        constraints = [
            models.CheckConstraint(
                condition=~Q(kind="kept") | Q(why__gt=""),
                name="keeping_a_place_needs_a_reason",
            ),
            models.UniqueConstraint(
                fields=["id", "trajectory"], name="a_move_keeps_its_trajectory"
            ),
        ]
        triggers = [pgtrigger.Protect(name="moves_stay", operation=APPEND_ONLY)]

    def __str__(self):
        return f"{self.kind} {self.order_version}"


class OrderDecision(Record):
    """The order as it was agreed with her at a moment: a list of [id, lane]."""

    trajectory = models.ForeignKey(Trajectory, models.PROTECT, related_name="decisions")
    order = models.JSONField()
    participant = models.CharField(
        _("does the participant agree"), max_length=18, choices=Agreement
    )
    reason = SealedTextField(
        _("why"), blank=True, max_length=500, label="participants.orderdecision.reason"
    )
    by = models.ForeignKey(User, models.PROTECT, related_name="+")
    at = models.DateTimeField(default=moment.now)

    objects = OrderDecisionQuerySet.as_manager()

    class Meta:
        ordering = ["-at", "-pk"]
        get_latest_by = "at"
        constraints = [
            models.CheckConstraint(
                condition=Q(participant="agrees") | Q(reason__gt=""),
                name="no_agreement_needs_a_reason",
                violation_error_message=_("Write why the participant did not agree."),
            ),
        ]
        triggers = [pgtrigger.Protect(name="decisions_stay", operation=APPEND_ONLY)]

    def __str__(self):
        return f"{self.participant} {self.at:%Y-%m-%d}"

    @property
    def on(self):
        return timezone.localdate(self.at)
