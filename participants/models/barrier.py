"""A conflict of interest: this user never sees this dossier. It beats every right."""

from django.db import models
from django.db.models import F, Q

from counsellors.models import User
from exitprog import moment
from exitprog.fields import SealedTextField
from exitprog.records import Record
from participants.models.event import tracked
from participants.models.participant import Participant
from participants.querysets.barrier import BarrierQuerySet


@tracked()
class Barrier(Record):
    participant = models.ForeignKey(
        Participant, models.PROTECT, related_name="barriers"
    )
    user = models.ForeignKey(User, models.PROTECT, related_name="barriers")
    reason = SealedTextField(max_length=500, label="participants.barrier.reason")
    set_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    starts_at = models.DateTimeField(default=moment.now)
    ends_at = models.DateTimeField(null=True)

    objects = BarrierQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(ends_at=None) | Q(ends_at__gt=F("starts_at")),
                name="a_barrier_ends_after_it_starts",
            ),
        ]
        indexes = [models.Index("user", "participant", name="barrier_by_user")]

    def __str__(self):
        return f"{self.user_id} {self.participant_id}"
