"""Vocabulary for dependencies."""

from participants.querysets.rights import DossierQuerySet

ACTIVE = ["open", "working", "waiting"]


class DependencyQuerySet(DossierQuerySet):
    def among_active(self):
        """Edges that still count: what is solved frees, and waits no more."""
        return self.filter(blocker__state__in=ACTIVE, blocked__state__in=ACTIVE)
