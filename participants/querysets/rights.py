"""Which rows of a dossier a user may see.

The rows of those assigned to her now, while she belongs to the programme; for a day
those that she opened in an emergency; never those behind a barrier.
"""

from functools import lru_cache

from django.apps import apps
from django.db import models
from django.db.models import Exists, OuterRef, Subquery, Value
from django.db.models.functions import Coalesce, JSONObject

from counsellors.models import Role
from counsellors.querysets.user import in_force
from exitprog import moment

GUIDING = (Role.COUNSELLOR, Role.TEAM_LEAD)
WATCHING = (*GUIDING, Role.PRIVACY_OFFICER)
BREAK_GLASS = "break_glass"


def rows_of(model, user, participant):
    """Rows of `model` in force for the user and the participant at that path."""
    rows = apps.get_model("participants", model).objects
    return rows.filter(in_force(), user=user, participant=OuterRef(participant))


def where_member(rows, user, roles):
    """Of those rows the ones in a programme where the user has such a role now."""
    path = "participant__trajectories__programme__memberships__"
    return rows.filter(
        in_force(path), **{f"{path}user": user, f"{path}role__in": roles}
    )


def assignments_of(user, participant):
    """Assignments that hold now, in a programme where the user guides now."""
    return where_member(rows_of("Assignment", user, participant), user, GUIDING)


def break_glasses_of(user, participant):
    """Emergencies that last, in a programme where the user may open one."""
    return where_member(rows_of("BreakGlass", user, participant), user, WATCHING)


@lru_cache(maxsize=64)
def grounds(user, participant, at):
    """Barriers, assignments and broken glass of the user key at the moment `at`.

    Statements, no answers: the database is asked anew each time. They are kept because
    one request asks them of ten models, and building them costs more than asking.
    """
    return (
        rows_of("Barrier", user, participant),
        assignments_of(user, participant),
        break_glasses_of(user, participant),
    )


class DossierQuerySet(models.QuerySet):
    """Rows that belong to one participant, at the end of `participant_path`."""

    participant_path = "trajectory__participant"

    def visible_to(self, user):
        """Primary counsellor, cover and broken glass see the dossier; nobody else."""
        if not user.is_authenticated or not user.is_active or user.is_staff:
            return self.none()
        barred, assigned, opened = map(Exists, self._grounds(user))
        return self.filter(~barred & (assigned | opened))

    def guided_by(self, user):
        """Of the visible rows those of the own caseload: assigned, not broken into."""
        _barred, assigned, _opened = self._grounds(user)
        return self.visible_to(user).filter(Exists(assigned))

    def _grounds(self, user):
        return grounds(user.pk, self.participant_path, moment.now())

    def with_right(self, user):
        """Adds the right that allows it: `right`, with its `kind` and its `id`.

        Primary goes before cover, and both before broken glass.
        """
        _barred, assigned, opened = self._grounds(user)
        by_assignment = JSONObject(kind="kind", id="pk")
        by_glass = JSONObject(kind=Value(BREAK_GLASS), id="pk")
        return self.annotate(
            right=Coalesce(
                Subquery(assigned.order_by("-kind").values(json=by_assignment)[:1]),
                Subquery(opened.order_by("-ends_at").values(json=by_glass)[:1]),
            )
        )
