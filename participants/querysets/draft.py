"""Vocabulary for drafts."""

from datetime import timedelta

from django.db.models import Exists

from exitprog import moment
from participants.querysets.rights import DossierQuerySet, assignments_of

KEPT_FOR = timedelta(days=14)


class DraftQuerySet(DossierQuerySet):
    participant_path = "participant"

    def visible_to(self, user):
        """Its author alone, as long as the dossier is open to the author."""
        if user.is_authenticated and user.is_active and not user.is_staff:
            mine = self.filter(author=user, saved_at__gt=moment.now() - KEPT_FOR)
            return mine.filter(Exists(assignments_of(user, self.participant_path)))
        return self.none()
