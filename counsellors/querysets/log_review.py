"""Vocabulary for the monthly reviews of the access log."""

from django.db import models


class LogReviewQuerySet(models.QuerySet):
    def visible_to(self, user):
        """Privacy officers see the reviews of the programmes that they look after."""
        return self.filter(programme__in=user.programmes_as("privacy_officer"))


class LogVerdictQuerySet(models.QuerySet):
    def visible_to(self, user):
        programmes = user.programmes_as("privacy_officer")
        return self.filter(review__programme__in=programmes)
