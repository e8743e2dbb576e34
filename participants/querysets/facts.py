"""Vocabulary for counted facts: the programmes that one leads or coordinates."""

from django.db import models
from django.db.models import Count, Q, Window
from django.db.models.functions import Coalesce, RowNumber

from counsellors.models import Role
from participants.querysets.rights import works_with_people


class FactQuerySet(models.QuerySet):
    def visible_to(self, user):
        """Team lead and coordinator see their programmes; the view holds them to it."""
        if not works_with_people(user):
            return self.none()
        mine = user.programmes_as(Role.TEAM_LEAD, Role.COORDINATOR)
        return self.filter(programme_id__in=mine)


class CaseFactQuerySet(FactQuerySet):
    def running(self):
        return self.filter(ended_on=None)


class BottleneckFactQuerySet(FactQuerySet):
    def stuck_since(self, day):
        """In Now, and no step, session or contact since that day."""
        stepped = Q(last=None) | Q(last__lt=day)
        rows = self.annotate(last=Coalesce("stepped_on", "opened_on"))
        # What was opened since then needs no look at its sessions and contacts.
        rows = rows.filter(stepped, lane="now", opened_on__lt=day)
        return rows.order_by("last", "pk")

    def first_of_each(self, count, *group):
        """The first so many of each group, with how many there are in it: `total`."""
        each = {"partition_by": group}
        rows = self.annotate(
            total=Window(Count("pk"), **each),
            place=Window(RowNumber(), **each, order_by=["last", "pk"]),
        )
        return rows.filter(place__lte=count).order_by("place")
