"""What every record shares: a key that is known before it is saved, and a version."""

import uuid

from django.db import models
from django.db.models import F


class StaleVersionError(Exception):
    """Someone else saved the record since this page was shown; `current` is theirs."""

    def __init__(self, current):
        super().__init__("stale version")
        self.current = current


class Record(models.Model):
    """A row with a random key."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)

    class Meta:
        abstract = True


class VersionedRecord(Record):
    """A row that two people can edit: the second to save is told, not overwritten."""

    version = models.PositiveIntegerField(default=1, editable=False)

    class Meta:
        abstract = True

    def save_over(self, version=None):
        """Save, provided that the stored row still has `version`."""
        self.claim(version)
        self.save()

    def claim(self, version=None):
        """Take the next version of the stored row, if it still has `version`.

        Without one it is the version that this row was read with. Raises
        StaleVersionError with the stored row when someone was first.
        """
        version = self.version if version is None else version
        rows = type(self)._base_manager.filter(pk=self.pk)
        if not rows.filter(version=version).update(version=F("version") + 1):
            raise StaleVersionError(rows.first())
        self.version = version + 1
