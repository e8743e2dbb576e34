"""Vocabulary for the access log."""

from django.db import models


class AccessEventQuerySet(models.QuerySet):
    def visible_to(self, user):
        """Privacy officers read the lines of the programmes that they look after."""
        return self.filter(programme__in=user.programmes_as("privacy_officer"))

    def newest_first(self):
        return self.order_by("-at", "-pk")

    def before(self, at, pk):
        """Keyset paging: what comes after the line (at, pk), newest first."""
        older = models.Q(at__lt=at) | models.Q(at=at, pk__lt=pk)
        return self.filter(older)
