"""May you see it, may you do it: the mixins that every view stands on.

A view names its `rule`; one that forgets it crashes. What a rule refuses looks like
what does not exist: 404. Only who may see the object gets 403 for a verb.
"""

from django.core.exceptions import ImproperlyConfigured
from django.http import Http404

from exitprog.conflict import ConflictError, conflict_page


def anyone(user):
    """The rule of pages that every user who logged in may open."""
    return True


class RuleMixin:
    """Opens the page only if `rule(user)` agrees; otherwise it does not exist."""

    rule = None

    def dispatch(self, request, *args, **kwargs):
        if not self.allows(request.user):
            raise Http404
        try:
            return super().dispatch(request, *args, **kwargs)
        except ConflictError as error:
            return self.answer_conflict(error)

    def answer_conflict(self, error):
        """The page for who came second."""
        return conflict_page(self.request, error)

    def allows(self, user):
        if type(self).rule is None:
            raise ImproperlyConfigured(f"{type(self).__name__} has no rule.")
        return type(self).rule(user)


class VisibleMixin:
    """Narrows a generic view to the rows that the user may see."""

    def get_queryset(self):
        return super().get_queryset().visible_to(self.request.user)
