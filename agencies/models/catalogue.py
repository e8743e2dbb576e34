"""Lists that admins keep. They hold no people; each name is kept in both languages."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from agencies.querysets.catalogue import StandardBlockerQuerySet
from exitprog import moment
from exitprog.life_areas import LifeArea
from exitprog.records import Record


class Strength(models.TextChoices):
    HARD = "hard", _("cannot go on without it")
    SOFT = "soft", _("goes better with it")


def in_language(record, field):
    """The text of `field` in the reader's language, else in the other one."""
    first, second = ("en", "nl") if get_language() == "en" else ("nl", "en")
    return getattr(record, f"{field}_{first}") or getattr(record, f"{field}_{second}")


class ListEntry(Record):
    """A name in both languages that an admin can take out of use."""

    name_nl = models.CharField(_("name in Dutch"), max_length=120)
    name_en = models.CharField(_("name in English"), max_length=120)
    retired_on = models.DateField(_("out of use since"), null=True, blank=True)

    class Meta:
        abstract = True
        ordering = ["name_nl"]

    def __str__(self):
        return self.name

    @property
    def name(self):
        return in_language(self, "name")

    def retire(self):
        """Offer it no longer; where it was chosen it stays."""
        self.retired_on = moment.today()
        self.save(update_fields=["retired_on"])

    def restore(self):
        self.retired_on = None
        self.save(update_fields=["retired_on"])


class BottleneckKind(ListEntry):
    slug = models.SlugField(_("short name"), unique=True)
    life_area = models.CharField(_("life area"), max_length=20, choices=LifeArea)

    class Meta(ListEntry.Meta):
        verbose_name = _("kind of bottleneck")
        verbose_name_plural = _("kinds of bottleneck")


class DeclineReason(ListEntry):
    class Meta(ListEntry.Meta):
        verbose_name = _("reason to decline")
        verbose_name_plural = _("reasons to decline")


class SessionPhrase(ListEntry):
    class Meta(ListEntry.Meta):
        verbose_name = _("phrase for a note")
        verbose_name_plural = _("phrases for a note")


class MilestoneTemplate(ListEntry):
    life_area = models.CharField(_("life area"), max_length=20, choices=LifeArea)
    days = models.PositiveSmallIntegerField(
        _("days until it is due"), null=True, blank=True
    )
    source = models.CharField(_("source"), max_length=200, blank=True)

    class Meta(ListEntry.Meta):
        verbose_name = _("template of a milestone")
        verbose_name_plural = _("templates of milestones")


class StandardBlocker(Record):
    """What usually stands before what, by kind. It gives hints and never an edge."""

    blocker = models.ForeignKey(
        BottleneckKind,
        models.PROTECT,
        related_name="usually_blocks",
        verbose_name=_("comes first"),
    )
    blocked = models.ForeignKey(
        BottleneckKind,
        models.PROTECT,
        related_name="usually_waits_on",
        verbose_name=_("waits"),
    )
    strength = models.CharField(_("strength"), max_length=4, choices=Strength)
    hint_nl = models.TextField(_("hint in Dutch"), max_length=400)
    hint_en = models.TextField(_("hint in English"), max_length=400)
    workaround_nl = models.TextField(
        _("way round in Dutch"), max_length=400, blank=True
    )
    workaround_en = models.TextField(
        _("way round in English"), max_length=400, blank=True
    )
    source = models.CharField(_("source"), max_length=200, blank=True)
    valid_from = models.DateField(_("valid from"), null=True, blank=True)
    valid_to = models.DateField(_("valid to"), null=True, blank=True)

    objects = StandardBlockerQuerySet.as_manager()

    class Meta:
        verbose_name = _("standard blocker")
        verbose_name_plural = _("standard blockers")
        ordering = ["blocked", "blocker"]
        constraints = [
            models.UniqueConstraint(
                fields=["blocker", "blocked"], name="one_standard_blocker_per_pair"
            ),
            models.CheckConstraint(
                condition=~Q(blocker=F("blocked")),
                name="no_kind_waits_on_itself",
                violation_error_message=_("Choose two different kinds."),
            ),
            models.CheckConstraint(
                condition=Q(valid_to=None)
                | Q(valid_from=None)
                | Q(valid_to__gte=F("valid_from")),
                name="a_standard_blocker_ends_after_it_starts",
                violation_error_message=_("The end must come after the start."),
            ),
        ]

    def __str__(self):
        return f"{self.blocker} → {self.blocked}"

    @property
    def hint(self):
        return in_language(self, "hint")

    @property
    def workaround(self):
        return in_language(self, "workaround")
