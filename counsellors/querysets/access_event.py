"""Vocabulary for the access log."""

from django.apps import apps
from django.db import models
from django.db.models import Exists, F, OuterRef, Q, Subquery

from counsellors.querysets.user import in_force


class AccessEventQuerySet(models.QuerySet):
    def visible_to(self, user):
        """Privacy officers read the lines of the programmes that they look after.

        What was not allowed names no programme, for whose case it was is unknown. Such
        a line is theirs when its actor belongs, or once belonged, to their programme.
        Of a log-in they read what members did while they were that, and admins. An
        admin belongs to no programme: what was not allowed and exports are theirs too.
        """
        programmes = user.programmes_as("privacy_officer")
        if not programmes:
            return self.none()
        members = apps.get_model("counsellors", "Membership").objects.filter(
            programme__in=programmes
        )
        is_admin = Q(actor__is_staff=True)
        by_admin = is_admin & (Q(result="refused") | Q(action="export"))
        refused = Q(result="refused", actor__in=members.values("user"))
        belonged = in_force(at=OuterRef("at")), Q(user=OuterRef("actor"))
        by_member = Q(Exists(members.filter(*belonged))) | is_admin
        own = Q(object_id=F("actor_id")) & by_member
        return self.filter(
            Q(programme__in=programmes) | Q(programme=None) & (refused | own | by_admin)
        )

    def about_case(self, code):
        return self.filter(Q(case_code=code) | Q(case_codes__contains=[code]))

    def refused(self):
        return self.exclude(result="granted")

    def with_names(self):
        """Who did it and for whom; `object_name` is the user that a right went to."""
        users = apps.get_model("counsellors", "User").objects
        received = users.filter(pk=OuterRef("object_id")).values("name")
        related = self.select_related("actor", "on_behalf_of", "programme")
        return related.annotate(object_name=Subquery(received))

    def newest_first(self):
        return self.order_by("-at", "-pk")

    def oldest_first(self):
        return self.order_by("at", "pk")

    def before(self, at, pk):
        """Keyset paging: what comes after the line (at, pk), newest first."""
        return self.filter(Q(at__lt=at) | Q(at=at, pk__lt=pk))

    def after(self, at, pk):
        """Keyset paging: what is newer than the line (at, pk)."""
        return self.filter(Q(at__gt=at) | Q(at=at, pk__gt=pk))
