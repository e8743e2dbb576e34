"""Vocabulary for agencies, their services and the people who work there."""

from django.db import models
from django.db.models import Q

from exitprog import moment


def _until_today(field):
    """Still true today: without an end, or with one to come."""
    return Q(**{field: None}) | Q(**{f"{field}__gt": moment.today()})


class DirectoryQuerySet(models.QuerySet):
    def visible_to(self, user):
        """The directory holds no people: every member and every admin reads it."""
        if user.is_active and (user.is_staff or user.memberships_now):
            return self.all()
        return self.none()


class AgencyQuerySet(DirectoryQuerySet):
    def in_use(self):
        return self.filter(_until_today("retired_on"))

    def helping_with(self, life_area):
        """With at least one running service in the life area."""
        running = Q(services__life_area=life_area), _until_today("services__retired_on")
        helping = self.model.objects.filter(*running)
        return self.filter(pk__in=helping.values("pk"))

    def serving(self, municipality):
        """In that municipality, or in the whole country."""
        there = Q(municipalities=municipality) | Q(municipalities=None)
        serving = self.model.objects.filter(there)
        return self.filter(pk__in=serving.values("pk"))

    def speaking(self, language):
        return self.filter(languages__contains=[language])

    def of_kind(self, kind):
        return self.filter(kind=kind)

    def named_like(self, part):
        return self.filter(name__icontains=part)


class ServiceQuerySet(DirectoryQuerySet):
    def running(self):
        return self.filter(_until_today("retired_on"))


class ContactPersonQuerySet(DirectoryQuerySet):
    def present(self):
        """Still working there."""
        return self.filter(_until_today("left_on"))
