"""Vocabulary for memberships."""

from django.db import models

from counsellors.querysets.user import in_force


class MembershipQuerySet(models.QuerySet):
    def in_force(self):
        return self.filter(in_force())

    def visible_to(self, user):
        """Members see who belongs to their own programmes."""
        programmes = [membership.programme_id for membership in user.memberships_now]
        return self.filter(programme__in=programmes)
