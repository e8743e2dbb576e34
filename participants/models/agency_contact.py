"""The log of the chain: who was called about what, and what was promised."""

import uuid

from django.db import models, transaction
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from agencies.models import Agency, ContactPerson
from counsellors.models import User
from exitprog import moment
from exitprog.fields import SealedTextField
from exitprog.records import Record, VersionedRecord
from participants.models.bottleneck import Bottleneck, WaitingOn
from participants.models.consent import Consent
from participants.models.event import tracked
from participants.models.note import EDITABLE_FOR, note_triggers, touch_triggers
from participants.models.trajectory import Trajectory
from participants.querysets.agency_contact import (
    AgencyContactQuerySet,
    ContactTouchQuerySet,
)

LABEL = "participants.agencycontact"


class ContactChannel(models.TextChoices):
    PHONE = "phone", _("Phone")
    EMAIL = "email", _("E-mail")
    LETTER = "letter", _("Letter or form")
    MEETING = "meeting", _("Meeting")


class Direction(models.TextChoices):
    OUT = "out", _("We contacted them")
    IN = "in", _("They contacted us")


class Outcome(models.TextChoices):
    REACHED = "reached", _("Reached")
    ATTEMPT = "attempt", _("Not reached")


@tracked()
class AgencyContact(VersionedRecord):
    trajectory = models.ForeignKey(
        Trajectory, models.PROTECT, related_name="agency_contacts"
    )
    author = models.ForeignKey(User, models.PROTECT, related_name="agency_contacts")
    submission_id = models.UUIDField(default=uuid.uuid4, editable=False)
    agency = models.ForeignKey(
        Agency, models.PROTECT, related_name="+", verbose_name=_("agency")
    )
    contact_person = models.ForeignKey(
        ContactPerson,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("with whom"),
    )
    channel = models.CharField(_("how"), max_length=7, choices=ContactChannel)
    direction = models.CharField(
        _("who took the initiative"),
        max_length=3,
        choices=Direction,
        default=Direction.OUT,
    )
    outcome = models.CharField(_("did you reach them"), max_length=7, choices=Outcome)
    on = models.DateField(_("date"), default=moment.today)
    what_was_said = SealedTextField(
        _("what was said"), blank=True, max_length=5000, label=f"{LABEL}.what_was_said"
    )
    promise = SealedTextField(
        _("what did they promise"), blank=True, max_length=300, label=f"{LABEL}.promise"
    )
    answer_due = models.DateField(_("answer expected by"), null=True, blank=True)
    answers = models.ForeignKey(
        "self",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="answered_by",
        verbose_name=_("answers"),
    )
    next_action = SealedTextField(
        _("what do you do next"),
        blank=True,
        max_length=200,
        label=f"{LABEL}.next_action",
    )
    next_action_on = models.DateField(_("on"), null=True, blank=True)
    is_named = models.BooleanField(_("did you say who it is about"), default=False)
    consent = models.ForeignKey(
        Consent, models.PROTECT, null=True, editable=False, related_name="+"
    )
    recorded_at = models.DateTimeField(default=moment.now, editable=False)

    objects = AgencyContactQuerySet.as_manager()

    class Meta:
        ordering = ["-on", "-recorded_at", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["author", "submission_id"], name="one_contact_per_submission"
            ),
            models.CheckConstraint(
                condition=Q(is_named=False) | Q(consent__isnull=False),
                name="a_name_is_shared_on_consent_only",
                violation_error_message=_(
                    "There is no agreement to share with this agency."
                ),
            ),
            models.CheckConstraint(
                condition=Q(outcome="reached") | Q(promise="", answers=None),
                name="who_was_not_reached_promised_nothing",
                violation_error_message=_("You did not reach them: leave this empty."),
            ),
            models.UniqueConstraint(
                fields=["id", "trajectory"], name="a_contact_keeps_its_trajectory"
            ),
        ]
        indexes = [
            models.Index(fields=["trajectory", "-on"], name="newest_agency_contact")
        ]
        triggers = note_triggers()

    def __str__(self):
        return str(self.pk)

    def get_absolute_url(self):
        code = self.trajectory.participant.code
        return reverse("participants:contact", args=[code, self.pk])

    @property
    def was_reached(self):
        return self.outcome == Outcome.REACHED

    @property
    def is_editable(self):
        """Within 24 hours of saving, by its author alone."""
        return moment.now() - self.recorded_at < EDITABLE_FOR

    @transaction.atomic
    def log(self, bottlenecks=(), moves_now=""):
        """Save it with the bottlenecks that it was about.

        `moves_now` says for whom these wait from this day on; empty: as it was.
        """
        self.save(force_insert=True)
        ContactTouch.objects.bulk_create(
            ContactTouch(contact=self, bottleneck=bottleneck)
            for bottleneck in bottlenecks
        )
        if moves_now:
            touched = Bottleneck.objects.filter(pk__in=[b.pk for b in bottlenecks])
            touched.update(
                waiting_on=moves_now,
                waiting_agency=self.agency if moves_now == WaitingOn.AGENCY else None,
                waiting_since=None if moves_now == WaitingOn.NOBODY else self.on,
                version=F("version") + 1,
            )


class ContactTouch(Record):
    """A bottleneck that the contact was about."""

    contact = models.ForeignKey(AgencyContact, models.PROTECT, related_name="touches")
    bottleneck = models.ForeignKey(
        Bottleneck, models.PROTECT, related_name="contact_touches"
    )

    objects = ContactTouchQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["contact", "bottleneck"], name="a_contact_touches_it_once"
            ),
        ]
        triggers = touch_triggers()

    def __str__(self):
        return f"{self.contact_id} {self.bottleneck_id}"
