"""Vocabulary for handing over."""

from datetime import timedelta

from django.db import models
from django.db.models import Q

from exitprog import moment

UNDO_WITHIN = timedelta(hours=24)


class HandoverQuerySet(models.QuerySet):
    def visible_to(self, user):
        """Who gave and who receives; the sheet is theirs alone."""
        if user.is_authenticated and user.memberships_now:
            return self.filter(Q(from_user=user) | Q(to_user=user))
        return self.none()

    def open(self):
        return self.filter(state="offered")

    def undoable(self):
        return self.filter(state="accepted", decided_at__gt=moment.now() - UNDO_WITHIN)
