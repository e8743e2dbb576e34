"""The monthly look at a sample of the access log, signed off by a privacy officer.

Which lines are looked at follows from a seed that nobody can know beforehand, and
stays the same from then on. A verdict is never changed: a newer one stands beside it.
"""

import pgtrigger
from django.db import models, transaction
from django.db.models import F, Q, Value
from django.db.models.functions import MD5, Cast, Concat
from django.utils.crypto import salted_hmac
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from agencies.models import Programme
from counsellors import months
from counsellors.models.access_event import AccessEvent
from counsellors.models.user import User
from counsellors.querysets.log_review import LogReviewQuerySet, LogVerdictQuerySet
from exitprog import moment
from exitprog.fields import SealedTextField
from exitprog.records import Record

SAMPLE = 25


class LogReviewError(Exception):
    """The review can't begin, be added to or be closed now."""


class Verdict(models.TextChoices):
    RIGHT = "right", pgettext_lazy("verdict", "Right")
    ASKED = "asked", _("Asked about")


class LogReview(Record):
    programme = models.ForeignKey(Programme, models.PROTECT, related_name="log_reviews")
    month = models.DateField(_("month"))
    seed = models.CharField(max_length=64)
    begun_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    begun_at = models.DateTimeField(default=moment.now)
    closed_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    closed_at = models.DateTimeField(null=True)

    objects = LogReviewQuerySet.as_manager()

    class Meta:
        ordering = ["-month", "programme"]
        constraints = [
            models.UniqueConstraint(
                fields=["programme", "month"],
                name="one_review_of_a_programme_and_month",
            ),
            models.CheckConstraint(
                condition=Q(month__day=1), name="a_month_is_named_by_its_first_day"
            ),
            models.CheckConstraint(
                condition=Q(closed_by=None, closed_at=None)
                | Q(closed_by__isnull=False, closed_at__gte=F("begun_at")),
                name="whoever_closes_a_review_is_known_with_the_moment",
            ),
        ]
        triggers = [
            pgtrigger.Protect(name="reviews_stay", operation=pgtrigger.Delete),
            pgtrigger.Protect(
                name="closed_reviews_stay",
                operation=pgtrigger.Update,
                condition=pgtrigger.Q(old__closed_at__isnull=False),
            ),
        ]

    def __str__(self):
        return f"{self.month:%Y-%m}"

    @classmethod
    def begin(cls, programme_id, month, by):
        """Choose the sample of a month that is over; a second one goes on with it."""
        if month >= months.month_of(moment.today()):
            raise LogReviewError
        seed = salted_hmac("counsellors.sample", f"{programme_id} {month}")
        facts = {"seed": seed.hexdigest(), "begun_by": by}
        names = {"programme_id": programme_id, "month": month}
        return cls.objects.get_or_create(**names, defaults=facts)[0]

    @property
    def is_open(self):
        return self.closed_at is None

    def sample(self):
        """The lines to look at; readings of the log itself are not among them."""
        starts_at, ends_at = months.bounds(self.month)
        rows = AccessEvent.objects.filter(
            programme=self.programme_id, at__gte=starts_at, at__lt=ends_at
        )
        rows = rows.exclude(kind="access_event").exclude(actor=self.begun_by_id)
        drawn = MD5(Concat(Value(self.seed), Cast("pk", models.TextField())))
        chosen = rows.annotate(drawn=drawn).order_by("drawn", "pk").values("pk")
        return AccessEvent.objects.filter(pk__in=chosen[:SAMPLE]).newest_first()

    def newest_verdicts(self):
        """By line: the newest verdict is the one that counts."""
        return {verdict.event_id: verdict for verdict in self.verdicts.all()}

    @transaction.atomic
    def judge(self, lines, by):
        """Add verdicts: `lines` are (line, verdict, note); nobody judges one's own."""
        self.hold()
        if any(line.actor_id == by.pk for line, _verdict, _note in lines):
            raise LogReviewError
        for line, verdict, note in lines:
            self.verdicts.create(event=line, verdict=verdict, note=note, by=by)

    @transaction.atomic
    def close(self, by):
        """Sign off: each line of the sample has a verdict, and stays as it is."""
        self.hold()
        judged = self.newest_verdicts()
        if any(line.pk not in judged for line in self.sample()):
            raise LogReviewError
        self.closed_by, self.closed_at = by, moment.now()
        self.save(update_fields=["closed_by", "closed_at"])

    def hold(self):
        """Of those who close or judge at once, one goes first."""
        held = type(self).objects.select_for_update().get(pk=self.pk)
        if not held.is_open:
            raise LogReviewError


class LogVerdict(Record):
    review = models.ForeignKey(LogReview, models.PROTECT, related_name="verdicts")
    event = models.ForeignKey(AccessEvent, models.PROTECT, related_name="verdicts")
    verdict = models.CharField(max_length=5, choices=Verdict)
    note = SealedTextField(
        max_length=500, blank=True, label="counsellors.log_verdict.note"
    )
    by = models.ForeignKey(User, models.PROTECT, related_name="+")
    at = models.DateTimeField(default=moment.now)

    objects = LogVerdictQuerySet.as_manager()

    class Meta:
        ordering = ["at", "pk"]
        triggers = [
            pgtrigger.Protect(
                name="verdicts_stay", operation=pgtrigger.Update | pgtrigger.Delete
            ),
        ]

    def __str__(self):
        return self.get_verdict_display()
