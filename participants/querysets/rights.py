"""Which rows of a dossier a user may see: those of the people assigned to her now."""

from django.apps import apps
from django.db import models
from django.db.models import Exists, OuterRef, Subquery

from counsellors.querysets.user import in_force


def assignments_of(user, participant):
    """The assignments of `user` now in force, for the participant at that path."""
    assignment = apps.get_model("participants", "Assignment")
    return assignment.objects.filter(
        in_force(), user=user, participant=OuterRef(participant)
    )


class DossierQuerySet(models.QuerySet):
    """Rows that belong to one participant, at the end of `participant_path`."""

    participant_path = "trajectory__participant"

    def visible_to(self, user):
        """Primary counsellor and cover see the dossier; nobody else does."""
        if user.is_active and not user.is_staff and user.is_authenticated:
            return self.filter(Exists(assignments_of(user, self.participant_path)))
        return self.none()

    def with_right(self, user):
        """Adds the right that allows it: `right_kind`, `right_id`; primary first."""
        mine = assignments_of(user, self.participant_path).order_by("-kind")
        return self.annotate(
            right_kind=Subquery(mine.values("kind")[:1]),
            right_id=Subquery(mine.values("pk")[:1]),
        )
