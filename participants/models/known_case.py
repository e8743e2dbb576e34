"""A dossier by its code alone, for who is concerned with it but may not open it.

The receiver of a hand-over, who opened it in an emergency, the team lead, the privacy
officer. The view is made by a migration, and narrows itself to who asks.
"""

from django.db import models

from agencies.models import Programme
from participants.querysets.known_case import KnownCaseQuerySet


class KnownCase(models.Model):
    """One trajectory: enough to assign it, to hand it over, to name it."""

    id = models.UUIDField(primary_key=True)
    participant_id = models.UUIDField()
    code = models.CharField(max_length=8)
    programme = models.ForeignKey(Programme, models.DO_NOTHING, related_name="+")
    started_on = models.DateField()
    ended_on = models.DateField(null=True)
    protected_since = models.DateTimeField(null=True)

    objects = KnownCaseQuerySet.as_manager()

    class Meta:
        managed = False
        db_table = "participants_knowncase"

    def __str__(self):
        return self.code

    @property
    def is_open(self):
        return self.ended_on is None
