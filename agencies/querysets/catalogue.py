"""Vocabulary for the lists that admins keep."""

from django.db import models
from django.db.models import Q

from exitprog import moment


class StandardBlockerQuerySet(models.QuerySet):
    def valid(self):
        """In force today."""
        today = moment.today()
        begun = Q(valid_from=None) | Q(valid_from__lte=today)
        return self.filter(begun, Q(valid_to=None) | Q(valid_to__gte=today))
