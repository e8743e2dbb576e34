"""Where a programme works and by which rules."""

from django.core.validators import RegexValidator
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from exitprog.records import Record


class Municipality(Record):
    name = models.CharField(_("name"), max_length=80, unique=True)
    cbs_code = models.CharField(
        _("CBS code"),
        max_length=6,
        unique=True,
        validators=[RegexValidator(r"^GM\d{4}$", _("Write it like GM0363."))],
    )

    class Meta:
        verbose_name = _("municipality")
        verbose_name_plural = _("municipalities")
        ordering = ["name"]

    def __str__(self):
        return self.name


class Programme(Record):
    name = models.CharField(_("name"), max_length=80, unique=True)
    slug = models.SlugField(_("short name in addresses"), unique=True)
    central_municipality = models.ForeignKey(
        Municipality,
        models.PROTECT,
        related_name="programmes_as_centre",
        verbose_name=_("central municipality"),
    )
    municipalities = models.ManyToManyField(
        Municipality, related_name="programmes", verbose_name=_("municipalities")
    )
    provider = models.CharField(_("provider"), max_length=120)
    now_limit = models.PositiveSmallIntegerField(
        _("bottlenecks in Now"),
        default=3,
        help_text=_("How many are worked on at a time: 2, 3 or 4."),
    )
    retention_years = models.PositiveSmallIntegerField(
        _("years that a closed dossier is kept"), default=15
    )
    starts_on = models.DateField(_("starts on"))
    ends_on = models.DateField(_("ends on"), null=True, blank=True)

    class Meta:
        verbose_name = _("programme")
        verbose_name_plural = _("programmes")
        ordering = ["name"]
        constraints = [
            models.CheckConstraint(
                condition=Q(now_limit__range=(2, 4)),
                name="now_holds_two_to_four_bottlenecks",
                violation_error_message=_("Choose 2, 3 or 4 for Now."),
            ),
            models.CheckConstraint(
                condition=Q(ends_on=None) | Q(ends_on__gte=F("starts_on")),
                name="a_programme_ends_after_it_starts",
                violation_error_message=_("The end must come after the start."),
            ),
        ]

    def __str__(self):
        return self.name
