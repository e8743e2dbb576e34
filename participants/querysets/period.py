"""Vocabulary for rows with a first and a last day, of which the last may lie ahead."""

from django.db.models import Q

from exitprog import moment
from participants.querysets.rights import DossierQuerySet


class PeriodQuerySet(DossierQuerySet):
    def running(self):
        """Not ended, or ending today or later."""
        return self.filter(Q(ended_on=None) | Q(ended_on__gte=moment.today()))
