"""Vocabulary for the history of the order."""

from exitprog import moment
from participants.querysets.rights import DossierQuerySet
from participants.undoing import UNDO_WITHIN


class OrderMoveQuerySet(DossierQuerySet):
    def newest_first(self):
        return self.order_by("-at", "-order_version", "-pk")

    def recent(self):
        """The moves that may still be undone, and what undid them; newest first."""
        return self.filter(at__gte=moment.now() - UNDO_WITHIN).newest_first()


class OrderDecisionQuerySet(DossierQuerySet):
    def newest_first(self):
        return self.order_by("-at", "-pk")
