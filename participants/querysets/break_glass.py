"""Vocabulary for opening a dossier in an emergency."""

from django.db import models
from django.db.models import Exists, OuterRef, Q

from counsellors.models import Role
from counsellors.querysets.user import in_force
from participants.querysets.rights import assignments_of


class BreakGlassQuerySet(models.QuerySet):
    def visible_to(self, user):
        """Who opened it, who guides her, and the leads and privacy officers there."""
        if not user.is_authenticated or not user.is_active or user.is_staff:
            return self.none()
        watching = user.programmes_as(Role.TEAM_LEAD, Role.PRIVACY_OFFICER)
        trajectory = self.model.participant.field.related_model.trajectories.rel
        watched = trajectory.related_model.objects.filter(
            participant=OuterRef("participant"), programme__in=watching
        )
        guided = assignments_of(user, "participant").filter(kind="primary")
        return self.filter(Q(user=user) | Exists(guided) | Exists(watched))

    def in_force(self):
        return self.filter(in_force())

    def unreviewed(self):
        return self.filter(reviewed_at=None).order_by("starts_at", "pk")

    def without_note(self):
        return self.filter(note="")
