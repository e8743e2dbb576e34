"""Which rows of a dossier a user may see.

The rows of those assigned to her now, while she belongs to the programme; for a day
those that she opened in an emergency; never those behind a barrier. Of an extra
protected dossier only when she is named, or when a second person approved.
"""

from functools import cache

from django.apps import apps
from django.db import models
from django.db.models import Exists, OuterRef, Q, Subquery, Value
from django.db.models.expressions import RawSQL
from django.db.models.functions import Coalesce, JSONObject

from counsellors.models import Role
from counsellors.querysets.user import in_force
from exitprog import moment
from exitprog.remembered import SOME_MOMENT, SOMEONE

GUIDING = (Role.COUNSELLOR, Role.TEAM_LEAD)
WATCHING = (*GUIDING, Role.PRIVACY_OFFICER)
SECOND_PERSON = (Role.TEAM_LEAD, Role.PRIVACY_OFFICER)
BREAK_GLASS = "break_glass"


def works_with_people(user):
    """Whether it is an open account and no admin's; who is nobody has none."""
    return user.is_active and not user.is_staff


def rows_of(model, user, at):
    """Rows of `model` that are in force for the user at that moment."""
    rows = apps.get_model("participants", model).objects
    return rows.filter(in_force(at=at), user=user).order_by()


def where_member(rows, user, roles, at):
    """Of those rows the ones in a programme where the user has such a role then.

    To join the participant too would ask her table, and its policy, for nothing.
    """
    path = "programme__memberships__"
    there = (
        apps.get_model("participants", "Trajectory")
        .objects.order_by()
        .filter(
            in_force(path, at),
            participant=OuterRef("participant"),
            **{f"{path}user": user, f"{path}role__in": roles},
        )
    )
    return rows.filter(Exists(there))


def in_programmes(programmes, participant):
    """Whether the participant at that path is or was in one of these programmes.

    Asked of a view, for it counts where the dossier itself is closed to the user.
    """
    rows = apps.get_model("participants", "KnownCase").objects
    return Exists(
        rows.filter(participant_id=OuterRef(participant), programme__in=programmes)
    )


def is_watched(user):
    """Whether the user leads the team there, or is its privacy officer."""
    return in_programmes(user.programmes_as(*SECOND_PERSON), "participant")


def is_barred(user, participant):
    """Whether a barrier stands between the user and the participant at that path."""
    rows = rows_of("Barrier", user, moment.now())
    return Exists(rows.filter(participant=OuterRef(participant)))


def is_protected(at, participant="participant"):
    """Whether the participant at that path is extra protected then."""
    rows = apps.get_model("participants", "Protection").objects.order_by()
    return Exists(rows.filter(in_force(at=at), participant=OuterRef(participant)))


def is_named(user, at):
    """Whether the user is named for the row's participant then, and that counts."""
    rows = rows_of("Naming", user, at).filter(confirmed_at__isnull=False)
    return Exists(rows.filter(participant=OuterRef("participant")))


def assignments(user, at):
    """Assignments that hold then, in a programme where the user guides then.

    To an extra protected dossier only with a name.
    """
    rows = where_member(rows_of("Assignment", user, at), user, GUIDING, at)
    return rows.filter(~is_protected(at) | Q(is_named(user, at)))


def break_glasses(user, at):
    """Emergencies that last then, in a programme where the user may open one.

    Of an extra protected dossier only when a second person approved.
    """
    rows = where_member(rows_of("BreakGlass", user, at), user, WATCHING, at)
    return rows.filter(~is_protected(at) | Q(approved_at__isnull=False))


def guided(user, at):
    """The keys of the participants in the user's own caseload."""
    barred = rows_of("Barrier", user, at).values("participant")
    return assignments(user, at).values("participant").difference(barred)


def seen(user, at):
    """The keys of the participants whose dossier is open to the user."""
    barred = rows_of("Barrier", user, at).values("participant")
    opened = break_glasses(user, at).values("participant")
    keys = assignments(user, at).values("participant").union(opened)
    return keys.difference(barred)


def assignments_of(user, participant):
    """The user's assignments of now to the participant."""
    rows = apps.get_model("participants", "Assignment").objects.order_by()
    return rows.filter(pk__in=asked(assignments, user), participant=participant)


def break_glasses_of(user, participant):
    """The user's emergencies of now with the participant."""
    rows = apps.get_model("participants", "BreakGlass").objects.order_by()
    return rows.filter(pk__in=asked(break_glasses, user), participant=participant)


def opened_ever(user, participant):
    """The user's emergencies with the participant, those that are over too."""
    rows = apps.get_model("participants", "BreakGlass").objects.order_by()
    return rows.filter(user=user, participant=participant)


def asked(rows, user):
    """`rows` of the user at the present moment, as a subquery."""
    text, parameters = written(rows)
    real = {SOMEONE: user.pk, SOME_MOMENT: moment.now()}
    filled = [real.get(parameter, parameter) for parameter in parameters]
    return RawSQL(text, filled)  # noqa: S611  the text is the ORM's own


@cache
def written(rows):
    """The text of `rows` and its parameters, with stand-ins for who and when.

    A page narrows ten models by it, and writing it costs more than asking it, so it is
    written once. It holds no answer: the database is asked anew each time.
    """
    found = rows(SOMEONE, SOME_MOMENT)
    keys = found if found.query.values_select else found.values("pk")
    return keys.query.sql_with_params()


class DossierQuerySet(models.QuerySet):
    """Rows that belong to one participant, at the end of `participant_path`."""

    participant_path = "trajectory__participant"

    def visible_to(self, user):
        """Primary counsellor, cover and broken glass see the dossier; nobody else."""
        return self._among(seen, user)

    def guided_by(self, user):
        """Of the visible rows those of the own caseload: assigned, not broken into."""
        return self._among(guided, user)

    def _among(self, keys, user):
        if not works_with_people(user):
            return self.none()
        return self.filter(**{f"{self.participant_path}__in": asked(keys, user)})

    def with_right(self, user):
        """Adds the right that allows it: `right`, with its `kind` and its `id`.

        Primary goes before cover, and both before broken glass.
        """
        participant = OuterRef(self.participant_path)
        assigned = assignments_of(user, participant)
        opened = break_glasses_of(user, participant)
        by_assignment = JSONObject(kind="kind", id="pk")
        by_glass = JSONObject(kind=Value(BREAK_GLASS), id="pk")
        return self.annotate(
            right=Coalesce(
                Subquery(assigned.order_by("-kind").values(json=by_assignment)[:1]),
                Subquery(opened.order_by("-ends_at").values(json=by_glass)[:1]),
            )
        )
