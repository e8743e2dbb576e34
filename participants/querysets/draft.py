"""Vocabulary for drafts."""

from datetime import timedelta

from django.db.models import Exists, OuterRef, Q

from exitprog import moment
from participants.querysets.known_case import NamedByCodeMixin
from participants.querysets.rights import (
    DossierQuerySet,
    assignments_of,
    is_barred,
    opened_ever,
    works_with_people,
)

KEPT_FOR = timedelta(days=14)
EMERGENCY_NOTE = "emergency-note"


class DraftQuerySet(NamedByCodeMixin, DossierQuerySet):
    participant_path = "participant"

    def visible_to(self, user):
        """Its author alone, as long as the dossier is open to the author.

        The note on an emergency is still written when the dossier is closed again.
        """
        if not works_with_people(user):
            return self.none()
        guides = assignments_of(user, OuterRef("participant"))
        opened = opened_ever(user, OuterRef("participant"))
        return self.filter(
            ~is_barred(user, "participant"),
            Exists(guides) | Q(Exists(opened), form=EMERGENCY_NOTE),
            author=user,
            saved_at__gt=moment.now() - KEPT_FOR,
        )

    def of_page(self, participant, form, target):
        """The drafts of one page: that form, about that record."""
        return self.filter(participant=participant, form=form, target=target)

    def expired(self):
        return self.filter(saved_at__lte=moment.now() - KEPT_FOR)
