"""Vocabulary for safe contact."""

from participants.querysets.rights import DossierQuerySet


class SafeContactQuerySet(DossierQuerySet):
    participant_path = "participant"

    def newest_first(self):
        return self.order_by("-recorded_at", "-pk")
