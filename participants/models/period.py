"""A row that lasts until its last day, which may lie ahead; without one it goes on."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from counsellors.models import User
from exitprog import moment
from exitprog.records import VersionedRecord
from participants.querysets.period import PeriodQuerySet


class PeriodRecord(VersionedRecord):
    """`begins` names the days that can't come after the last one."""

    begins = ()

    ended_on = models.DateField(_("last day"), null=True, blank=True)
    recorded_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    recorded_at = models.DateTimeField(default=moment.now, editable=False)

    objects = PeriodQuerySet.as_manager()

    class Meta:
        abstract = True

    @property
    def is_running(self):
        return self.ended_on is None or self.ended_on >= moment.today()

    @property
    def days_before_the_end(self):
        return [getattr(self, name) for name in self.begins]

    def end(self, on, version):
        """It stops after that day; raises StaleVersionError when someone was first."""
        self.ended_on = on
        self.save_over(version)
