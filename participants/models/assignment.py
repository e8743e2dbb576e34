"""Who guides whom, and for how long. One primary counsellor at every moment."""

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import RangeOperators
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from counsellors.models import User
from exitprog import moment
from exitprog.periods import KeyRange, MomentRange, WordRange
from exitprog.records import Record
from participants.models.event import tracked
from participants.models.participant import Participant
from participants.querysets.assignment import AssignmentQuerySet


class AssignmentKind(models.TextChoices):
    PRIMARY = "primary", _("counsellor")
    COVER = "cover", _("cover")


@tracked()
class Assignment(Record):
    participant = models.ForeignKey(
        Participant, models.PROTECT, related_name="assignments"
    )
    user = models.ForeignKey(User, models.PROTECT, related_name="assignments")
    kind = models.CharField(max_length=7, choices=AssignmentKind)
    starts_at = models.DateTimeField(default=moment.now)
    ends_at = models.DateTimeField(null=True, blank=True)
    granted_by = models.ForeignKey(User, models.PROTECT, related_name="+")

    objects = AssignmentQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(ends_at=None) | Q(ends_at__gt=F("starts_at")),
                name="an_assignment_ends_after_it_starts",
            ),
            ExclusionConstraint(
                name="one_primary_counsellor_at_a_time",
                expressions=[
                    (KeyRange("participant"), RangeOperators.OVERLAPS),
                    (MomentRange("starts_at", "ends_at"), RangeOperators.OVERLAPS),
                ],
                condition=Q(kind="primary"),
            ),
            ExclusionConstraint(
                name="one_assignment_per_kind_and_user_at_a_time",
                expressions=[
                    (KeyRange("participant"), RangeOperators.OVERLAPS),
                    (KeyRange("user"), RangeOperators.OVERLAPS),
                    (WordRange("kind"), RangeOperators.OVERLAPS),
                    (MomentRange("starts_at", "ends_at"), RangeOperators.OVERLAPS),
                ],
            ),
        ]
        indexes = [
            models.Index("user", "participant", name="assignment_by_user"),
        ]

    def __str__(self):
        return f"{self.kind} {self.participant_id}"
