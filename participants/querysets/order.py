"""Vocabulary for the history of the order."""

from datetime import timedelta

from exitprog import moment
from participants.querysets.rights import DossierQuerySet

UNDO_WITHIN = timedelta(hours=24)


class OrderMoveQuerySet(DossierQuerySet):
    def newest_first(self):
        return self.order_by("-at", "-order_version", "-pk")

    def undoable(self):
        """Moves of the last 24 hours that nothing has undone yet, newest first."""
        recent = self.filter(at__gte=moment.now() - UNDO_WITHIN, undone_by=None)
        return recent.exclude(kind__in=["undone", "kept"]).newest_first()


class OrderDecisionQuerySet(DossierQuerySet):
    def newest_first(self):
        return self.order_by("-at", "-pk")
