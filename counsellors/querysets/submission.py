"""Vocabulary for pages that were sent."""

from datetime import timedelta

from django.db import models

from exitprog import moment

KEPT_FOR = timedelta(days=2)


class SubmissionQuerySet(models.QuerySet):
    def visible_to(self, user):
        """One's own alone."""
        return self.filter(user=user) if user.is_authenticated else self.none()

    def expired(self):
        return self.filter(at__lte=moment.now() - KEPT_FOR)
