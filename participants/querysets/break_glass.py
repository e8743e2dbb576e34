"""Vocabulary for opening a dossier in an emergency."""

from django.db import models
from django.db.models import Exists, OuterRef, Q

from participants.querysets.known_case import NamedByCodeMixin, known
from participants.querysets.rights import (
    assignments_of,
    is_barred,
    is_watched,
    works_with_people,
)


class BreakGlassQuerySet(NamedByCodeMixin, models.QuerySet):
    def visible_to(self, user):
        """Who opened it, who guides her, and the leads and privacy officers there."""
        if not works_with_people(user):
            return self.none()
        own = assignments_of(user, OuterRef("participant"))
        guided = Exists(own.filter(kind="primary"))
        mine = self.filter(Q(user=user) | guided | is_watched(user))
        return mine.exclude(is_barred(user, "participant"))

    def watched_by(self, user):
        """Of the visible rows those that the user may approve: of others, there."""
        return self.visible_to(user).filter(is_watched(user)).exclude(user=user)

    def with_code(self):
        """Adds `protected_since` to it, while the dossier is extra protected."""
        return super().with_code().annotate(protected_since=known("protected_since"))

    def unreviewed(self):
        return self.filter(reviewed_at=None).order_by("starts_at", "pk")

    def without_note(self):
        return self.filter(note="")
