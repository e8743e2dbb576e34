"""A dossier that is open to named people alone, for as long as that holds.

Who guides it and is not named sees nothing of it, and an emergency opens it only after
a second person agreed. The rules themselves stand in `querysets/rights.py`.
"""

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import RangeOperators
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from counsellors.models import User
from exitprog import moment
from exitprog.periods import KeyRange, MomentRange
from exitprog.records import Record
from participants.models.event import tracked
from participants.models.participant import Participant
from participants.querysets.protection import ProtectionQuerySet


class ProtectionReason(models.TextChoices):
    """From a list: who is not named may learn that it is so, and never her words."""

    LOOKED_FOR = "looked_for", _("someone is looking for this participant")
    KNOWN_HERE = "known_here", _("someone who works here knows this participant")
    WELL_KNOWN = "well_known", _("many people know this participant")
    WISH = "wish", _("the participant asks for it")
    OTHER = "other", _("another reason")


@tracked()
class Protection(Record):
    participant = models.ForeignKey(
        Participant, models.PROTECT, related_name="protections"
    )
    reason = models.CharField(_("reason"), max_length=10, choices=ProtectionReason)
    set_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    starts_at = models.DateTimeField(default=moment.now)
    ends_at = models.DateTimeField(null=True)
    ended_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")

    objects = ProtectionQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(ends_at=None, ended_by=None)
                | Q(ends_at__gt=F("starts_at"), ended_by__isnull=False),
                name="a_protection_that_ended_says_who_ended_it",
            ),
            ExclusionConstraint(
                name="one_protection_at_a_time",
                expressions=[
                    (KeyRange("participant"), RangeOperators.OVERLAPS),
                    (MomentRange("starts_at", "ends_at"), RangeOperators.OVERLAPS),
                ],
            ),
        ]

    def __str__(self):
        return f"{self.starts_at:%Y-%m-%d} {self.participant_id}"
