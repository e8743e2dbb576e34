"""Vocabulary for trajectories."""

from functools import cache

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import Count, OuterRef, Subquery
from django.db.models.functions import Coalesce, JSONObject

from counsellors.models import User
from counsellors.querysets.user import in_force
from exitprog import moment
from exitprog.remembered import SOME_CASE, SOMEONE, Remembered
from participants.querysets.rights import DossierQuerySet, is_protected


class TrajectoryQuerySet(DossierQuerySet):
    participant_path = "participant"

    def running(self):
        return self.filter(ended_on=None)

    def latest_first(self):
        return self.order_by("-started_on", "-pk")

    def dossier(self, user, code, words):
        """The newest trajectory of that case, for a page that adds `words`, or None."""
        if self.visible_to(user).query.is_empty():
            return None
        statement = dossier_statement(type(self).visible_to, self.model, words)
        return next(iter(statement.rows_for(user, code)), None)

    def for_dossier(self, user):
        """All that the frame of a dossier page shows, in one statement.

        Adds `right`, `counsellor` (its `id` and `name`), `last_session_on` and
        `is_protected`.
        """
        assignment = self.model.participant.field.related_model.assignments.rel
        primary = assignment.related_model.objects.filter(
            in_force(), kind="primary", participant=OuterRef("participant")
        )
        guide = primary.values(json=JSONObject(id="user", name="user__name"))[:1]
        rows = self.with_right(user).select_related("participant", "programme")
        return rows.annotate(
            counsellor=Subquery(guide),
            is_protected=is_protected(moment.now()),
            **last_session(self.model),
        )

    def with_frame(self):
        """What the head of each page adds: `standing_flags` and `active_count`.

        A flag comes as its columns, still sealed.
        """
        return self.annotate(**frame(self.model))

    def held(self):
        """The trajectory's own row, so that requests for one dossier wait in line."""
        return self.select_for_update(of=("self",))

    def with_overview(self):
        """What the overview adds, as columns from which `gathered` makes rows.

        `running_incomes`, `running_activities` and `all_scores`; texts stay sealed.
        """
        return self.annotate(
            running_incomes=_gathered(self.model.incomes.rel, "running"),
            running_activities=_gathered(self.model.activities.rel, "running"),
            all_scores=_gathered(self.model.assessments.rel, "oldest_first"),
        )


@cache
def dossier_statement(visible_to, model, words):
    """What `dossier` asks, written once for each `words`; another rule, another one."""
    return Remembered(lambda: dossier_rows(model, User(pk=SOMEONE), SOME_CASE, words))


def dossier_rows(model, user, code, words):
    rows = model.objects.visible_to(user).for_dossier(user)
    for word in words:
        rows = getattr(rows, word)()
    return rows.filter(participant__code=code).latest_first()[:1]


# Columns that depend on neither reader nor day are put together once.


@cache
def last_session(model):
    session = model.sessions.rel.related_model.objects.filter(
        trajectory=OuterRef("pk"), attendance__in=["attended", "late"]
    )
    newest = session.order_by("-on").values("on")[:1]
    return {"last_session_on": Subquery(newest)}


@cache
def frame(model):
    participant = model.participant.field.related_model
    flag = participant.flags.rel.related_model
    standing = flag.objects.standing().filter(participant=OuterRef("participant"))
    bottleneck = model.bottlenecks.rel.related_model
    active = bottleneck.objects.active().filter(trajectory=OuterRef("pk"))
    counted = active.order_by().values("trajectory").annotate(count=Count("pk"))
    flags = standing.values(columns=JSONObject(id="pk", text="text"))
    return {
        "standing_flags": ArraySubquery(flags),
        "active_count": Coalesce(Subquery(counted.values("count")), 0),
    }


def _gathered(rel, vocabulary):
    """Each row behind `rel` as its columns, of those that the word means."""
    model = rel.related_model
    rows = getattr(model.objects, vocabulary)().filter(trajectory=OuterRef("pk"))
    names = {field.attname: field.attname for field in model._meta.concrete_fields}
    return ArraySubquery(rows.values(columns=JSONObject(**names)))


class TrajectoryStepQuerySet(DossierQuerySet):
    pass
