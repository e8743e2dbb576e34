"""Vocabulary for assessments."""

from participants.querysets.rights import DossierQuerySet


class AssessmentQuerySet(DossierQuerySet):
    def discussed(self):
        return self.exclude(level=None)

    def oldest_first(self):
        return self.order_by("measured_on", "recorded_at", "pk")
