"""What fills her days: which activity, the hours a week, and the hours she wants."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from exitprog import moment
from exitprog.fields import SealedTextField
from participants.models.event import tracked
from participants.models.period import PeriodRecord
from participants.models.trajectory import Trajectory

MOST_HOURS = 60
HOURS = (0, MOST_HOURS)


class ActivityKind(models.TextChoices):
    PAID_EMPLOYMENT = "paid_employment", _("Paid employment")
    STUDY = "study", _("Study or training")
    SHELTERED_WORKSHOP = "sheltered_workshop", _("Sheltered workshop")
    DAY_ACTIVITY = "day_activity", _("Work-like day activity")
    VOLUNTEER_WORK = "volunteer_work", _("Volunteer work")
    LANGUAGE_COURSE = "language_course", _("Language course")
    TREATMENT = "treatment", _("Treatment")
    CARE = "care", _("Care for children")


@tracked()
class DaytimeActivity(PeriodRecord):
    begins = ("started_on",)

    trajectory = models.ForeignKey(
        Trajectory, models.PROTECT, related_name="activities"
    )
    kind = models.CharField(_("which kind"), max_length=18, choices=ActivityKind)
    what = SealedTextField(
        _("what, where and when"),
        blank=True,
        max_length=120,
        label="participants.daytimeactivity.what",
    )
    hours = models.PositiveSmallIntegerField(_("hours a week"))
    goal_hours = models.PositiveSmallIntegerField(
        _("goal in hours a week"), null=True, blank=True
    )
    goal_on = models.DateField(_("goal by"), null=True, blank=True)
    started_on = models.DateField(_("since"), default=moment.today)

    class Meta:
        ordering = ["started_on", "recorded_at", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(hours__range=HOURS)
                & (Q(goal_hours=None) | Q(goal_hours__range=HOURS)),
                name="an_activity_fills_at_most_sixty_hours",
                violation_error_message=_("Write a number of hours from 0 to 60."),
            ),
            models.CheckConstraint(
                condition=Q(goal_on=None) | Q(goal_hours__isnull=False),
                name="a_goal_with_a_day_has_hours",
                violation_error_message=_("Write how many hours the goal is."),
            ),
            models.CheckConstraint(
                condition=Q(ended_on=None) | Q(ended_on__gte=F("started_on")),
                name="an_activity_ends_after_it_began",
                violation_error_message=_("The end must come after the start."),
            ),
            models.CheckConstraint(
                condition=Q(kind__in=ActivityKind.values), name="an_activity_has_a_kind"
            ),
        ]

    def __str__(self):
        return str(self.pk)

    @property
    def is_begun(self):
        return self.started_on <= moment.today()

    @property
    def aim(self):
        """The hours that it is to become; without a goal it is as it should be."""
        return self.hours if self.goal_hours is None else self.goal_hours
