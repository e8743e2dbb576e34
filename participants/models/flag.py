"""What everyone who opens the dossier must know first; it is looked at again."""

from uuid import UUID

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from counsellors.models import User
from exitprog import moment
from exitprog.fields import SealedTextField
from exitprog.records import VersionedRecord
from exitprog.sealing import Ciphertext
from participants.models.event import tracked
from participants.models.participant import Participant
from participants.querysets.flag import FlagQuerySet


@tracked()
class Flag(VersionedRecord):
    participant = models.ForeignKey(Participant, models.PROTECT, related_name="flags")
    text = SealedTextField(
        _("what must everyone know"), max_length=300, label="participants.flag.text"
    )
    raised_on = models.DateField(default=moment.today, editable=False)
    raised_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    review_on = models.DateField(_("look at it again on"))
    removed_on = models.DateField(null=True, editable=False)
    removed_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    removal_reason = SealedTextField(
        _("why is it no longer needed"),
        blank=True,
        max_length=300,
        label="participants.flag.removal_reason",
    )

    objects = FlagQuerySet.as_manager()

    class Meta:
        ordering = ["-raised_on", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(removed_on=None, removed_by=None)
                | Q(
                    removed_on__isnull=False,
                    removed_by__isnull=False,
                    removal_reason__gt="",
                ),
                name="a_flag_is_removed_with_a_reason",
            ),
        ]

    def __str__(self):
        return str(self.pk)

    @classmethod
    def from_columns(cls, columns):
        """A flag to read, from the key and the sealed text that a query gathered."""
        values = [UUID(columns["id"]), Ciphertext(columns["text"])]
        return cls.from_db(None, ["id", "text"], values)

    @property
    def is_due(self):
        return self.removed_on is None and self.review_on <= moment.today()

    def remove(self, by, reason, version=None):
        """Take it down; it stays in the history with its reason."""
        self.removed_on = moment.today()
        self.removed_by = by
        self.removal_reason = reason
        self.save_over(version)
