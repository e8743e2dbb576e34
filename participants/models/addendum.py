"""What is added to the note of a session once it can no longer be changed."""

import pgtrigger
from django.db import models
from django.utils.translation import gettext_lazy as _

from counsellors.models import User
from exitprog import moment
from exitprog.fields import SealedTextField
from exitprog.records import Record
from participants.models.session import Session
from participants.querysets.session import SessionTouchQuerySet


class Addendum(Record):
    session = models.ForeignKey(Session, models.PROTECT, related_name="addenda")
    author = models.ForeignKey(User, models.PROTECT, related_name="+")
    text = SealedTextField(
        _("what do you add"), max_length=5000, label="participants.addendum.text"
    )
    at = models.DateTimeField(default=moment.now)

    objects = SessionTouchQuerySet.as_manager()

    class Meta:
        verbose_name_plural = "addenda"
        ordering = ["at", "pk"]
        triggers = [
            pgtrigger.Protect(
                name="addenda_stay", operation=pgtrigger.Update | pgtrigger.Delete
            ),
        ]

    def __str__(self):
        return str(self.pk)
