"""Handing a dossier over to a colleague: offered, then accepted by her.

Until she accepts, the counsellor who offered stays responsible; for 24 hours after
that it can be undone.
"""

from datetime import timedelta

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from counsellors.models import User
from exitprog import moment
from exitprog.fields import SealedTextField
from exitprog.records import VersionedRecord
from participants.models.event import tracked
from participants.models.participant import Participant
from participants.querysets.handover import HandoverQuerySet

UNDO_WITHIN = timedelta(hours=24)


class HandoverState(models.TextChoices):
    OFFERED = "offered", _("offered")
    ACCEPTED = "accepted", _("accepted")
    DECLINED = "declined", _("declined")
    WITHDRAWN = "withdrawn", _("withdrawn")
    UNDONE = "undone", _("undone")


@tracked()
class Handover(VersionedRecord):
    participant = models.ForeignKey(
        Participant, models.PROTECT, related_name="handovers"
    )
    from_user = models.ForeignKey(User, models.PROTECT, related_name="handovers_given")
    to_user = models.ForeignKey(
        User,
        models.PROTECT,
        related_name="handovers_received",
        verbose_name=_("to whom"),
    )
    sheet = SealedTextField(
        _("hand-over sheet"), max_length=5000, label="participants.handover.sheet"
    )
    told_on = models.DateField(_("the participant was told on"), null=True, blank=True)
    state = models.CharField(
        max_length=9, choices=HandoverState, default=HandoverState.OFFERED
    )
    offered_at = models.DateTimeField(default=moment.now)
    decided_at = models.DateTimeField(null=True)

    objects = HandoverQuerySet.as_manager()

    class Meta:
        ordering = ["-offered_at", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["participant"],
                condition=Q(state="offered"),
                name="one_open_handover_per_participant",
            ),
            models.CheckConstraint(
                condition=~Q(from_user=F("to_user")),
                name="nobody_hands_over_to_oneself",
                violation_error_message=_("Choose someone else."),
            ),
            models.CheckConstraint(
                condition=Q(state="offered", decided_at=None)
                | ~Q(state="offered") & Q(decided_at__isnull=False),
                name="a_decided_handover_says_when",
            ),
        ]

    def __str__(self):
        return f"{self.state} {self.participant_id}"

    @property
    def can_be_undone(self):
        """Within 24 hours of being accepted."""
        return (
            self.state == HandoverState.ACCEPTED
            and moment.now() - self.decided_at < UNDO_WITHIN
        )

    def decide(self, state):
        """Note what became of it; raises StaleVersionError when that was decided."""
        self.state, self.decided_at = state, moment.now()
        self.save_over(self.version)
