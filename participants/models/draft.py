"""A form that was not finished: its author's alone, for 14 days, not in the dossier."""

from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from counsellors.models import User
from exitprog import moment
from exitprog.fields import SealedJSONField
from exitprog.records import Record
from participants.models.participant import Participant
from participants.querysets.draft import KEPT_FOR, DraftQuerySet


class DraftForm(models.TextChoices):
    SESSION = "session", _("session")
    CONTACT = "contact", _("agency contact")


class Draft(Record):
    author = models.ForeignKey(User, models.CASCADE, related_name="drafts")
    participant = models.ForeignKey(Participant, models.CASCADE, related_name="drafts")
    form = models.CharField(max_length=10, choices=DraftForm)
    content = SealedJSONField(label="participants.draft.content")
    saved_at = models.DateTimeField(default=moment.now)

    objects = DraftQuerySet.as_manager()

    class Meta:
        ordering = ["-saved_at", "-pk"]

    def __str__(self):
        return str(self.pk)

    def get_absolute_url(self):
        page = reverse(f"participants:{self.form}-new", args=[self.participant.code])
        return f"{page}?draft={self.pk}"

    @property
    def kept_until(self):
        return self.saved_at + KEPT_FOR
