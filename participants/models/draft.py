"""A form that was not finished: its author's alone, for 14 days, not in the dossier."""

from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from counsellors.models import User
from exitprog import moment
from exitprog.fields import SealedJSONField
from exitprog.records import Record
from participants.models.participant import Participant
from participants.querysets.draft import EMERGENCY_NOTE, KEPT_FOR, DraftQuerySet


class DraftForm(models.TextChoices):
    """The long forms, by the name of their page."""

    SESSION = "session-new", _("session")
    SESSION_EDIT = "session-edit", _("change to a session")
    ADDENDUM = "addendum-new", _("addition to a note")
    CONTACT = "contact-new", _("agency contact")
    CONTACT_EDIT = "contact-edit", _("change to an agency contact")
    BOTTLENECK = "bottleneck-new", _("new bottleneck")
    BOTTLENECK_EDIT = "bottleneck-edit", _("change to a bottleneck")
    BOTTLENECK_CLOSE = "bottleneck-close", _("end of a bottleneck")
    DEPENDENCY = "dependency-new", _("what a bottleneck waits on")
    KEEP = "keep", _("reason for a place in the order")
    AGREEMENT = "agree", _("agreement on the order")
    SAFE_CONTACT = "safe-contact", _("safe contact")
    LIFE_AREAS = "life-areas", _("life areas")
    PERSON = "edit", _("facts about the participant")
    PHASE = "phase", _("change of phase")
    TRANSFER = "transfer", _("hand-over sheet")
    EMERGENCY = EMERGENCY_NOTE, _("note on an emergency")


class Draft(Record):
    """`target` is the record that the page is about, where its address names one."""

    author = models.ForeignKey(User, models.CASCADE, related_name="drafts")
    participant = models.ForeignKey(Participant, models.CASCADE, related_name="drafts")
    form = models.CharField(max_length=20, choices=DraftForm)
    target = models.UUIDField(null=True)
    content = SealedJSONField(label="participants.draft.content")
    begun_at = models.DateTimeField(default=moment.now)
    saved_at = models.DateTimeField(default=moment.now)

    objects = DraftQuerySet.as_manager()

    class Meta:
        ordering = ["-saved_at", "-pk"]

    def __str__(self):
        return str(self.pk)

    def get_absolute_url(self):
        return f"{self.page}?draft={self.pk}"

    @property
    def page(self):
        """The form, empty again."""
        keys = [self.code, self.target]
        if self.form == DraftForm.EMERGENCY:
            keys = [self.target]
        args = [key for key in keys if key]
        return reverse(f"participants:{self.form}", args=args)

    @property
    def name(self):
        """Whom it is about; after an emergency only the code may still be known."""
        if self.form == DraftForm.EMERGENCY:
            return self.code
        return self.participant.alias

    @property
    def code(self):
        """The case code, also on rows from `with_code` whose participant is hidden."""
        return getattr(self, "case_code", "") or self.participant.code

    @property
    def kept_until(self):
        return self.saved_at + KEPT_FOR
