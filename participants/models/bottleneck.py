"""What stands in her way in one life area, how bad it is and where it stands."""

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Deferrable, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from agencies.models import Agency, BottleneckKind
from exitprog import moment
from exitprog.fields import SealedTextField
from exitprog.life_areas import LifeArea
from exitprog.records import VersionedRecord
from participants.models.event import tracked
from participants.models.trajectory import Trajectory
from participants.querysets.bottleneck import BottleneckQuerySet

LABEL = "participants.bottleneck"
SHORT_TITLE = 18


class Severity(models.IntegerChoices):
    """5 is worst."""

    LIGHT = 1, _("light")
    NOTICEABLE = 2, _("noticeable")
    HEAVY = 3, _("heavy")
    SEVERE = 4, _("severe")
    ACUTE = 5, _("acute")


class BottleneckState(models.TextChoices):
    OPEN = "open", _("open")
    WORKING = "working", _("being worked on")
    WAITING = "waiting", _("waiting")
    SOLVED = "solved", _("solved")
    ACCEPTED = "accepted", _("accepted as it is")
    DECLINED = "declined", _("not wanted by the participant")
    NOT_NEEDED = "not_needed", _("not needed")


class Lane(models.TextChoices):
    NOW = "now", _("Now")
    NEXT = "next", _("Next")
    LATER = "later", _("Later")


class WaitingOn(models.TextChoices):
    AGENCY = "agency", _("an agency")
    PARTICIPANT = "participant", _("the participant")
    US = "us", _("us")
    COURT = "court", _("court or authority")
    NOBODY = "nobody", _("nobody")


ACTIVE = [BottleneckState.OPEN, BottleneckState.WORKING, BottleneckState.WAITING]


@tracked("lane", "position")
class Bottleneck(VersionedRecord):
    trajectory = models.ForeignKey(
        Trajectory, models.PROTECT, related_name="bottlenecks"
    )
    life_area = models.CharField(_("life area"), max_length=20, choices=LifeArea)
    kind = models.ForeignKey(
        BottleneckKind,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("kind"),
        help_text=_("Choosing a kind shows what usually comes first."),
    )
    title = SealedTextField(_("what is it"), max_length=120, label=f"{LABEL}.title")
    story = SealedTextField(
        _("the story"), blank=True, max_length=5000, label=f"{LABEL}.story"
    )
    severity = models.PositiveSmallIntegerField(
        _("how bad is it"),
        choices=Severity,
        validators=[MinValueValidator(1), MaxValueValidator(5)],
    )
    state = models.CharField(
        _("state"), max_length=10, choices=BottleneckState, default=BottleneckState.OPEN
    )
    lane = models.CharField(max_length=5, choices=Lane, null=True, editable=False)  # noqa: DJ001 no lane is not a lane
    position = models.PositiveSmallIntegerField(null=True, editable=False)
    participant_rank = models.PositiveSmallIntegerField(null=True, editable=False)
    deadline = models.DateField(_("deadline"), null=True, blank=True)
    deadline_what = SealedTextField(
        _("what happens then"),
        blank=True,
        max_length=60,
        label=f"{LABEL}.deadline_what",
    )
    next_step = SealedTextField(
        _("next step"), blank=True, max_length=200, label=f"{LABEL}.next_step"
    )
    next_step_on = models.DateField(_("on"), null=True, blank=True)
    waiting_on = models.CharField(
        _("who is it waiting for"),
        max_length=11,
        choices=WaitingOn,
        default=WaitingOn.NOBODY,
    )
    waiting_agency = models.ForeignKey(
        Agency,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("which agency"),
    )
    waiting_since = models.DateField(_("since"), null=True, blank=True)
    opened_on = models.DateField(default=moment.today, editable=False)
    closed_on = models.DateField(null=True, editable=False)

    objects = BottleneckQuerySet.as_manager()

    class Meta:
        ordering = ["position", "-closed_on", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["trajectory", "position"],
                name="one_bottleneck_per_position",
                deferrable=Deferrable.IMMEDIATE,
            ),
            models.UniqueConstraint(
                fields=["id", "trajectory"], name="a_bottleneck_keeps_its_trajectory"
            ),
            models.CheckConstraint(
                condition=Q(
                    state__in=ACTIVE,
                    lane__isnull=False,
                    position__gte=1,
                    closed_on=None,
                )
                | Q(lane=None, position=None, closed_on__isnull=False)
                & ~Q(state__in=ACTIVE),
                name="only_an_active_bottleneck_has_a_place",
            ),
            models.CheckConstraint(
                condition=Q(severity__range=(1, 5)),
                name="severity_runs_from_one_to_five",
            ),
            models.CheckConstraint(
                condition=Q(waiting_agency=None) | Q(waiting_on="agency"),
                name="a_waiting_agency_is_waited_for",
                violation_error_message=_("Choose “an agency” or name no agency."),
            ),
        ]

    def __str__(self):
        return str(self.pk)

    def get_absolute_url(self):
        code = self.trajectory.participant.code
        return reverse("participants:bottleneck", args=[code, self.pk])

    @property
    def is_active(self):
        return self.state in ACTIVE

    @property
    def is_acute(self):
        """What the caseload of a coordinator calls acute."""
        return self.life_area == LifeArea.SAFETY and self.severity == Severity.ACUTE

    @property
    def short_title(self):
        """The title cut at a word, for chips and charts."""
        if len(self.title) <= SHORT_TITLE:
            return self.title
        cut = self.title[: SHORT_TITLE + 1].rpartition(" ")[0].rstrip(",;: ")
        return f"{cut or self.title[:SHORT_TITLE]}…"

    @property
    def days_left(self):
        """Days until the deadline, negative when it has passed; None without one."""
        return (self.deadline - moment.today()).days if self.deadline else None

    def wait_for(self, whom, agency=None, since=None):
        """Record who has to move now; an agency only when it is the agency."""
        self.waiting_on = whom
        self.waiting_agency = agency if whom == WaitingOn.AGENCY else None
        self.waiting_since = since or moment.today()
        if whom == WaitingOn.NOBODY:
            self.waiting_since = None
