"""The history of what can be changed: a row for each state of a record.

Triggers write it, so that no way of saving goes round them. Sealed columns are copied
sealed; they are bound to the record's key, and open on the event as on the record.
"""

import pghistory
import pghistory.models
import pgtrigger
from django.conf import settings
from django.db import models
from django.db.models import Func

from participants.querysets.event import EventQuerySet


class Event(pghistory.models.Event):
    """One state of a record, and who brought it about; the database says who and when.

    Nobody when no user acted, as in a command.
    """

    pgh_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        db_default=Func(function="koers_user"),
        db_index=False,
        related_name="+",
    )

    objects = EventQuerySet.as_manager()

    class Meta:
        abstract = True

    def __str__(self):
        return f"{self.pgh_label} {self.pgh_obj_id}"


def tracked(*left_out):
    """Class decorator: keeps the history of a model, but for the fields `left_out`.

    A new version alone is no change, and what has a history of its own is left out.
    """

    def track(model):
        names = [field.name for field in model._meta.local_fields]
        unkept = {"id", "submission_id", *left_out}.intersection(names)
        told = (name for name in names if name not in {*unkept, "version"})
        return pghistory.track(
            pghistory.InsertEvent(),
            pghistory.UpdateEvent(condition=pgtrigger.AnyChange(*told)),
            pghistory.DeleteEvent(),
            exclude=sorted(unkept),
            context_field=None,
            append_only=True,
            base_model=Event,
        )(model)

    return track
