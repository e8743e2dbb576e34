"""Opening a dossier in an emergency: by code, with a reason, for a day at most.

The primary counsellor and the team leads see it at once, the one who opened it must
write why, and someone else closes the review. An extra protected dossier opens once a
second person agreed, and its period begins then.
"""

from datetime import timedelta

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from counsellors.models import User
from exitprog import moment
from exitprog.fields import SealedTextField
from exitprog.records import VersionedRecord
from participants.models.event import tracked
from participants.models.participant import Participant
from participants.querysets.break_glass import BreakGlassQuerySet

LONGEST = timedelta(hours=24)
SHORTEST_REASON = 20
LABEL = "participants.breakglass"


class Verdict(models.TextChoices):
    """What someone else found; NOT_OPENED is the answer of a second person alone."""

    RIGHT = "right", _("it was right")
    TALKED = "talked", _("talked about, no further step")
    REPORTED = "reported", _("passed on to the privacy officer")
    NOT_OPENED = "closed", _("not opened")

    @classmethod
    def of_reviews(cls):
        return [choice for choice in cls.choices if choice[0] != cls.NOT_OPENED]


@tracked()
class BreakGlass(VersionedRecord):
    participant = models.ForeignKey(
        Participant, models.PROTECT, related_name="break_glasses"
    )
    user = models.ForeignKey(User, models.PROTECT, related_name="break_glasses")
    reason = SealedTextField(
        _("why do you need to see this"), max_length=500, label=f"{LABEL}.reason"
    )
    starts_at = models.DateTimeField(default=moment.now)
    ends_at = models.DateTimeField()
    approved_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    approved_at = models.DateTimeField(null=True)
    note = SealedTextField(
        _("what did you see and do"),
        max_length=2000,
        blank=True,
        label=f"{LABEL}.note",
    )
    reviewed_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    reviewed_at = models.DateTimeField(null=True)
    verdict = models.CharField(_("verdict"), max_length=8, choices=Verdict, blank=True)
    review_note = SealedTextField(
        _("note"), max_length=1000, blank=True, label=f"{LABEL}.review_note"
    )

    objects = BreakGlassQuerySet.as_manager()
    protected_since = None  # as `with_code` finds it

    class Meta:
        ordering = ["-starts_at", "-pk"]
        verbose_name_plural = "break glasses"
        constraints = [
            models.CheckConstraint(
                condition=Q(ends_at__gt=F("starts_at"))
                & Q(ends_at__lte=F("starts_at") + LONGEST),
                name="glass_is_broken_for_a_day_at_most",
            ),
            models.CheckConstraint(
                condition=Q(reviewed_by=None, reviewed_at=None, verdict="")
                | Q(reviewed_at__isnull=False, verdict__gt="")
                & Q(reviewed_by__isnull=False)
                & ~Q(reviewed_by=F("user")),
                name="someone_else_reviews_broken_glass",
            ),
            models.CheckConstraint(
                condition=Q(approved_by=None, approved_at=None)
                | Q(approved_at__isnull=False, approved_by__isnull=False)
                & ~Q(approved_by=F("user")),
                name="a_second_person_approves_broken_glass",
            ),
        ]
        indexes = [models.Index("user", "participant", name="break_glass_by_user")]

    def __str__(self):
        return f"{self.user_id} {self.participant_id}"

    @property
    def waits(self):
        """Whether it opens nothing until a second person agrees; of rows `with_code`.

        Asked for, or open, while the dossier is protected, and within the last day.
        """
        return (
            self.protected_since is not None
            and self.approved_at is None
            and self.reviewed_at is None
            and self.ends_at > self.protected_since
            and moment.now() - self.starts_at < LONGEST
        )

    @property
    def was_held_back(self):
        """Whether it was asked for under protection, and never opened."""
        since = self.protected_since
        return (
            self.approved_at is None and since is not None and self.starts_at >= since
        )

    @property
    def was_turned_down(self):
        return self.verdict == Verdict.NOT_OPENED

    @property
    def opened_nothing(self):
        """Whether it only was a question, so far or for good."""
        return self.waits or self.was_held_back or self.was_turned_down

    @property
    def is_in_force(self):
        return self.starts_at <= moment.now() < self.ends_at

    @property
    def hours(self):
        return (self.ends_at - self.starts_at) // timedelta(hours=1)

    def approve(self, by):
        """It opens from now, for as long as was asked; by a second person."""
        length, now = self.ends_at - self.starts_at, moment.now()
        self.change(
            starts_at=now,
            ends_at=now + length,
            approved_by=by,
            approved_at=now,
        )

    def turn_down(self, by, note=""):
        """It stays closed, also when the protection ends."""
        ends_at = min(self.ends_at, moment.now())
        self.review(by, Verdict.NOT_OPENED, note, ends_at=ends_at)

    def explain(self, note, version=None):
        """What who opened it saw and did."""
        self.change(version, note=note)

    def review(self, by, verdict, note="", version=None, **more):
        """Close the review; the database refuses who broke the glass."""
        self.change(
            version,
            reviewed_by=by,
            reviewed_at=moment.now(),
            verdict=verdict,
            review_note=note,
            **more,
        )

    def change(self, version=None, **columns):
        """Save these alone; raises StaleVersionError when someone was first."""
        self.claim(version)
        for name, value in columns.items():
            setattr(self, name, value)
        self.save(update_fields=list(columns))
