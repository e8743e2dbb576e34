"""Vocabulary for sessions and what hangs on them."""

from participants.querysets.rights import DossierQuerySet


class SessionQuerySet(DossierQuerySet):
    def newest_first(self):
        return self.order_by("-on", "-recorded_at", "-pk")


class SessionTouchQuerySet(DossierQuerySet):
    participant_path = "session__trajectory__participant"
