"""Vocabulary for agencies and their services."""

from django.db import models
from django.db.models import Q

from exitprog import moment


class AgencyQuerySet(models.QuerySet):
    def visible_to(self, user):
        """The directory holds no people: every member and every admin reads it."""
        if user.is_active and (user.is_staff or user.memberships_now):
            return self.all()
        return self.none()

    def in_use(self):
        return self.filter(Q(retired_on=None) | Q(retired_on__gt=moment.today()))

    def helping_with(self, life_area):
        """With at least one running service in the life area."""
        running = {"services__life_area": life_area, "services__retired_on": None}
        return self.filter(**running).distinct()

    def serving(self, municipality):
        """In that municipality, or in the whole country."""
        return self.filter(
            Q(municipalities=municipality) | Q(municipalities=None)
        ).distinct()

    def speaking(self, language):
        return self.filter(languages__contains=[language])


class ServiceQuerySet(models.QuerySet):
    def visible_to(self, user):
        if user.is_active and (user.is_staff or user.memberships_now):
            return self.all()
        return self.none()

    def running(self):
        return self.filter(retired_on=None)
