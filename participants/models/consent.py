"""What she agreed to share, with whom and on which subjects; it can be withdrawn."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from agencies.models import Agency
from counsellors.models import User
from exitprog import moment
from exitprog.life_areas import LifeArea
from exitprog.records import VersionedRecord
from participants.models.event import tracked
from participants.models.participant import Participant
from participants.querysets.consent import ConsentQuerySet


class Purpose(models.TextChoices):
    RECORD = "record", _("to keep this dossier")
    SHARE = "share", _("to share with an agency")
    REGISTRATION = "registration", _("to report signs of human trafficking")
    SHELTER = "shelter", _("to ask for a place to stay")
    HANDOVER = "handover", _("to hand over to another programme")


class ConsentForm(models.TextChoices):
    WRITTEN = "written", _("in writing")
    SPOKEN = "spoken", _("spoken")


@tracked()
class Consent(VersionedRecord):
    participant = models.ForeignKey(
        Participant, models.PROTECT, related_name="consents"
    )
    purpose = models.CharField(_("what for"), max_length=12, choices=Purpose)
    agency = models.ForeignKey(
        Agency,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("with which agency"),
    )
    topics = ArrayField(
        models.CharField(max_length=20, choices=LifeArea),
        verbose_name=_("on which life areas"),
        default=list,
        blank=True,
    )
    given_on = models.DateField(_("agreed on"), default=moment.today)
    form = models.CharField(_("how"), max_length=7, choices=ConsentForm)
    information_version = models.CharField(
        _("which information was given"), max_length=40, blank=True
    )
    expires_on = models.DateField(_("holds until"), null=True, blank=True)
    withdrawn_on = models.DateField(_("withdrawn on"), null=True, editable=False)
    recorded_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    recorded_at = models.DateTimeField(default=moment.now, editable=False)

    objects = ConsentQuerySet.as_manager()

    class Meta:
        ordering = ["-given_on", "-recorded_at", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(purpose="share", agency__isnull=False)
                | ~Q(purpose="share"),
                name="sharing_names_an_agency",
                violation_error_message=_("Choose the agency to share with."),
            ),
            models.CheckConstraint(
                condition=Q(expires_on=None) | Q(expires_on__gte=F("given_on")),
                name="a_consent_ends_after_it_was_given",
                violation_error_message=_("The end must come after the start."),
            ),
        ]

    def __str__(self):
        return f"{self.purpose} {self.given_on}"

    @property
    def topic_labels(self):
        """The life areas by name, in the house order; none means all of them."""
        return [area.label for area in LifeArea if area in self.topics]

    @property
    def is_in_force(self):
        """Given, not withdrawn and not past its last day."""
        return self.withdrawn_on is None and (
            self.expires_on is None or self.expires_on >= moment.today()
        )

    def withdraw(self, on=None, version=None):
        """End it; what was shared before stays recorded."""
        self.claim(version)
        self.withdrawn_on = on or moment.today()
        self.save(update_fields=["withdrawn_on"])
