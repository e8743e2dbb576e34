"""How a life area stood on a day, by the counsellor or by her. Never overwritten."""

import pgtrigger
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from counsellors.models import User
from exitprog import moment
from exitprog.life_areas import LifeArea
from exitprog.records import Record
from participants.models.trajectory import Trajectory
from participants.querysets.assessment import AssessmentQuerySet


class AreaLevel(models.IntegerChoices):
    """1 is worst; the reverse of a bottleneck's severity, so show words."""

    CRISIS = 1, _("crisis")
    STUCK = 2, _("stuck")
    UNSTABLE = 3, _("unstable")
    STEADY_WITH_SUPPORT = 4, _("steady with support")
    STEADY_ALONE = 5, _("steady alone")


class AssessedBy(models.TextChoices):
    COUNSELLOR = "counsellor", _("by you")
    PARTICIPANT = "participant", _("by the participant")


class Assessment(Record):
    trajectory = models.ForeignKey(
        Trajectory, models.PROTECT, related_name="assessments"
    )
    life_area = models.CharField(max_length=20, choices=LifeArea)
    level = models.PositiveSmallIntegerField(
        choices=AreaLevel, null=True, help_text=_("Empty: not discussed.")
    )
    assessed_by = models.CharField(max_length=11, choices=AssessedBy)
    measured_on = models.DateField(default=moment.today)
    recorded_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    recorded_at = models.DateTimeField(default=moment.now)

    objects = AssessmentQuerySet.as_manager()

    class Meta:
        ordering = ["measured_on", "recorded_at", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(level=None) | Q(level__range=(1, 5)),
                name="a_life_area_is_scored_one_to_five",
            ),
        ]
        indexes = [
            models.Index("trajectory", "measured_on", name="assessment_by_day"),
        ]
        triggers = [
            pgtrigger.Protect(
                name="assessments_stay", operation=pgtrigger.Update | pgtrigger.Delete
            ),
        ]

    def __str__(self):
        return f"{self.life_area} {self.level}"
