"""Vocabulary for who is named for an extra protected dossier."""

from django.db import models
from django.db.models import Q

from counsellors.querysets.user import in_force
from participants.querysets.known_case import NamedByCodeMixin
from participants.querysets.rights import (
    asked,
    is_barred,
    is_watched,
    seen,
    works_with_people,
)


class NamingQuerySet(NamedByCodeMixin, models.QuerySet):
    def visible_to(self, user):
        """Those inside see who is; the leads and privacy officers there see it too."""
        if not works_with_people(user):
            return self.none()
        inside = Q(participant__in=asked(seen, user))
        mine = self.filter(inside | Q(is_watched(user)))
        return mine.exclude(is_barred(user, "participant"))

    def in_force(self):
        return self.filter(in_force())

    def to_confirm(self):
        """Asked for by a team lead, and nobody agreed yet."""
        return self.in_force().filter(confirmed_at=None).order_by("starts_at", "pk")

    def confirmable_by(self, user):
        """A second person there confirms: not who asked, nor who is named."""
        rows = self.visible_to(user).to_confirm().filter(is_watched(user))
        return rows.exclude(Q(user=user) | Q(named_by=user))
