"""Vocabulary for the log of the chain."""

from participants.querysets.rights import DossierQuerySet


class AgencyContactQuerySet(DossierQuerySet):
    def newest_first(self):
        return self.order_by("-on", "-recorded_at", "-pk")

    def awaiting_answer(self):
        """An answer was promised by a day, and none has come."""
        return self.filter(answer_due__isnull=False, answered_by=None)


class ContactTouchQuerySet(DossierQuerySet):
    participant_path = "contact__trajectory__participant"
