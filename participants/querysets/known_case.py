"""Vocabulary for dossiers that one knows by code, and for naming rows by that code."""

from django.apps import apps
from django.db import models
from django.db.models import OuterRef, Subquery

from participants.querysets.rights import WATCHING, works_with_people


class KnownCaseQuerySet(models.QuerySet):
    def visible_to(self, user):
        """In the own programmes; the view holds them to what concerns the user."""
        if not works_with_people(user):
            return self.none()
        mine = user.programmes_as(*WATCHING)
        return self.filter(programme__in=mine)

    def running(self):
        return self.filter(ended_on=None)

    def protected(self):
        return self.filter(protected_since__isnull=False)

    def to_open(self, code):
        """The newest with exactly that code, if an emergency may open it; or None.

        A function of the owner finds it among all of the own programmes, so that
        nothing but a whole code finds anything.
        """
        rows = self.raw("SELECT * FROM koers_case_to_open(%s)", [code])
        return next(iter(rows), None)


class NamedByCodeMixin:
    """For rows about a participant whose own row the reader may not see."""

    def with_code(self):
        """Adds `case_code`, and leaves out what the user knows no code of any more.

        To join the participant instead would hide the row.
        """
        named = self.annotate(case_code=known("code"))
        return named.filter(case_code__isnull=False)


def known(fact):
    """That fact of the case, for a row about its participant."""
    cases = apps.get_model("participants", "KnownCase").objects
    of_her = cases.filter(participant_id=OuterRef("participant"))
    return Subquery(of_her.values(fact)[:1])
