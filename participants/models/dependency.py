"""One bottleneck waits on another of the same trajectory, never in a circle."""

from django.db import models, transaction
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from agencies.models import Strength
from counsellors.models import User
from exitprog import moment
from exitprog.fields import SealedTextField
from exitprog.records import Record
from participants.blocking import Edge, find_cycle
from participants.models.bottleneck import Bottleneck
from participants.models.event import tracked
from participants.models.trajectory import Trajectory
from participants.querysets.dependency import DependencyQuerySet


class CycleError(Exception):
    """The new edge would close a circle; `path` holds the bottlenecks on it.

    The path runs from the one that was to wait, over those that wait on it, to its
    would-be blocker.
    """

    def __init__(self, path):
        super().__init__("cycle")
        self.path = path


@tracked()
class Dependency(Record):
    trajectory = models.ForeignKey(
        Trajectory, models.PROTECT, related_name="dependencies"
    )
    blocker = models.ForeignKey(
        Bottleneck,
        models.PROTECT,
        related_name="frees",
        verbose_name=_("what comes first"),
    )
    blocked = models.ForeignKey(
        Bottleneck,
        models.PROTECT,
        related_name="waits_on",
        verbose_name=_("what waits"),
    )
    kind = models.CharField(
        _("how strict is it"), max_length=4, choices=Strength, default=Strength.HARD
    )
    reason = SealedTextField(
        _("why"), blank=True, max_length=200, label="participants.dependency.reason"
    )
    recorded_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    recorded_at = models.DateTimeField(default=moment.now)

    objects = DependencyQuerySet.as_manager()

    class Meta:
        verbose_name_plural = "dependencies"
        constraints = [
            models.UniqueConstraint(
                fields=["blocker", "blocked"], name="one_dependency_per_pair"
            ),
            models.CheckConstraint(
                condition=~Q(blocker=F("blocked")), name="nothing_waits_on_itself"
            ),
        ]

    def __str__(self):
        return f"{self.blocker_id} → {self.blocked_id}"

    @classmethod
    @transaction.atomic
    def record(cls, blocker, blocked, *, by, kind=Strength.HARD, reason=""):
        """Add the edge; raises CycleError when the two already wait the other way.

        Locks the trajectory, so that two requests at once can't close a circle
        between them.
        """
        Trajectory.objects.select_for_update().get(pk=blocked.trajectory_id)
        rows = cls.objects.filter(trajectory=blocked.trajectory_id)
        edges = [Edge(row.blocker_id, row.blocked_id, row.kind) for row in rows]
        path = find_cycle(edges, Edge(blocker.pk, blocked.pk, kind))
        if path:
            named = Bottleneck.objects.in_bulk(path)
            raise CycleError([named[key] for key in path])
        edge, _is_new = cls.objects.update_or_create(
            blocker=blocker,
            blocked=blocked,
            trajectory=blocked.trajectory,
            defaults={"kind": kind, "reason": reason, "recorded_by": by},
        )
        return edge
