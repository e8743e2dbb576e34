"""Vocabulary for opening a dossier in an emergency."""

from django.db import models
from django.db.models import Exists, OuterRef, Q

from counsellors.models import Role
from counsellors.querysets.user import in_force
from participants.querysets.known_case import NamedByCodeMixin
from participants.querysets.rights import (
    assignments_of,
    in_programmes,
    is_barred,
)


class BreakGlassQuerySet(NamedByCodeMixin, models.QuerySet):
    def visible_to(self, user):
        """Who opened it, who guides her, and the leads and privacy officers there."""
        if not user.is_authenticated or not user.is_active or user.is_staff:
            return self.none()
        watching = user.programmes_as(Role.TEAM_LEAD, Role.PRIVACY_OFFICER)
        watched = in_programmes(watching, "participant")
        own = assignments_of(user, OuterRef("participant"))
        guided = Exists(own.filter(kind="primary"))
        mine = self.filter(Q(user=user) | guided | watched)
        return mine.exclude(is_barred(user, "participant"))

    def in_force(self):
        return self.filter(in_force())

    def unreviewed(self):
        return self.filter(reviewed_at=None).order_by("starts_at", "pk")

    def without_note(self):
        return self.filter(note="")
