"""Which rows of a dossier a user may see.

The rows of those assigned to her now, while she belongs to the programme; for a day
those that she opened in an emergency; never those behind a barrier.
"""

from functools import lru_cache

from django.apps import apps
from django.db import models
from django.db.models import Exists, OuterRef, Subquery, Value
from django.db.models.expressions import RawSQL
from django.db.models.functions import Coalesce, JSONObject

from counsellors.models import Role
from counsellors.querysets.user import in_force
from exitprog import moment

GUIDING = (Role.COUNSELLOR, Role.TEAM_LEAD)
WATCHING = (*GUIDING, Role.PRIVACY_OFFICER)
BREAK_GLASS = "break_glass"


def rows_of(model, user):
    """Rows of `model` that are in force for the user."""
    rows = apps.get_model("participants", model).objects
    return rows.filter(in_force(), user=user).order_by()


def where_member(rows, user, roles):
    """Of those rows the ones in a programme where the user has such a role now."""
    path = "participant__trajectories__programme__memberships__"
    return rows.filter(
        in_force(path), **{f"{path}user": user, f"{path}role__in": roles}
    )


def in_programmes(programmes, participant):
    """Whether the participant at that path is or was in one of these programmes.

    Asked of a view, for it counts where the dossier itself is closed to the user.
    """
    rows = apps.get_model("participants", "KnownCase").objects
    return Exists(
        rows.filter(participant_id=OuterRef(participant), programme__in=programmes)
    )


def is_barred(user, participant):
    """Whether a barrier stands between the user and the participant at that path."""
    rows = rows_of("Barrier", user)
    return Exists(rows.filter(participant=OuterRef(participant)))


def assignments_of(user, participant):
    """Assignments that hold now, in a programme where the user guides now."""
    return _assignments(user).filter(participant=OuterRef(participant))


def break_glasses_of(user, participant):
    """Emergencies that last, in a programme where the user may open one."""
    return _break_glasses(user).filter(participant=OuterRef(participant))


def _assignments(user):
    return where_member(rows_of("Assignment", user), user, GUIDING)


def _break_glasses(user):
    return where_member(rows_of("BreakGlass", user), user, WATCHING)


@lru_cache(maxsize=64)
def participants_of(user, at, *, by_glass):
    """The participants that the user key may see at the moment `at`, as a subquery.

    A statement, no answer: the database is asked anew each time. Its text is kept
    because one request narrows ten models by it, and writing it costs more than asking.
    """
    keys = _assignments(user).values("participant")
    if by_glass:
        keys = keys.union(_break_glasses(user).values("participant"))
    seen = keys.difference(rows_of("Barrier", user).values("participant"))
    return seen.query.sql_with_params()


class DossierQuerySet(models.QuerySet):
    """Rows that belong to one participant, at the end of `participant_path`."""

    participant_path = "trajectory__participant"

    def visible_to(self, user):
        """Primary counsellor, cover and broken glass see the dossier; nobody else."""
        return self._among(user, by_glass=True)

    def guided_by(self, user):
        """Of the visible rows those of the own caseload: assigned, not broken into."""
        return self._among(user, by_glass=False)

    def _among(self, user, *, by_glass):
        if not user.is_authenticated or not user.is_active or user.is_staff:
            return self.none()
        keys = participants_of(user.pk, moment.now(), by_glass=by_glass)
        among = RawSQL(*keys)  # noqa: S611  the text is the ORM's own
        return self.filter(**{f"{self.participant_path}__in": among})

    def with_right(self, user):
        """Adds the right that allows it: `right`, with its `kind` and its `id`.

        Primary goes before cover, and both before broken glass.
        """
        assigned = assignments_of(user.pk, self.participant_path)
        opened = break_glasses_of(user.pk, self.participant_path)
        by_assignment = JSONObject(kind="kind", id="pk")
        by_glass = JSONObject(kind=Value(BREAK_GLASS), id="pk")
        return self.annotate(
            right=Coalesce(
                Subquery(assigned.order_by("-kind").values(json=by_assignment)[:1]),
                Subquery(opened.order_by("-ends_at").values(json=by_glass)[:1]),
            )
        )
