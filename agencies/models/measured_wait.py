"""Our own waiting times: counts only, so that the directory knows no participant."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from agencies.models.agency import Agency, Service
from agencies.waiting import in_weeks
from exitprog.records import Record


class MeasuredWait(Record):
    agency = models.ForeignKey(
        Agency, models.CASCADE, null=True, related_name="measured_waits"
    )
    service = models.ForeignKey(
        Service, models.CASCADE, null=True, related_name="measured_waits"
    )
    median_days = models.PositiveIntegerField(_("median in days"))
    p90_days = models.PositiveIntegerField(_("nine in ten within days"))
    n = models.PositiveIntegerField(_("measured on"))
    as_of = models.DateField(_("measured until"))

    class Meta:
        ordering = ["-as_of"]
        constraints = [
            models.CheckConstraint(
                condition=Q(agency=None, service__isnull=False)
                | Q(agency__isnull=False, service=None),
                name="a_wait_is_of_an_agency_or_of_a_service",
            ),
        ]

    def __str__(self):
        return f"{self.median_days} d (n={self.n})"

    @property
    def median_weeks(self):
        return in_weeks(self.median_days)
