"""Vocabulary for handing over."""

from datetime import timedelta

from django.db import models
from django.db.models import Q

from exitprog import moment
from participants.querysets.known_case import NamedByCodeMixin
from participants.querysets.rights import (
    GUIDING,
    in_programmes,
    is_barred,
    works_with_people,
)

UNDO_WITHIN = timedelta(hours=24)


class HandoverQuerySet(NamedByCodeMixin, models.QuerySet):
    def visible_to(self, user):
        """Who gave and who receives, while she guides there; the sheet is theirs."""
        if not works_with_people(user):
            return self.none()
        guides = in_programmes(user.programmes_as(*GUIDING), "participant")
        mine = self.filter(Q(from_user=user) | Q(to_user=user))
        return mine.filter(guides, ~is_barred(user, "participant"))

    def open(self):
        return self.filter(state="offered")

    def undoable(self):
        return self.filter(state="accepted", decided_at__gt=moment.now() - UNDO_WITHIN)
