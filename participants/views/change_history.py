"""The history of one record: who changed what, and when."""

from django.db.models import ForeignKey
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.functional import cached_property
from django.views.generic import TemplateView

from participants import permissions
from participants.change_words import changes, told_fields
from participants.models import Participant, Trajectory
from participants.views.dossier import DossierMixin

PAGE_SIZE = 20
OWN_PAGE = {"bottleneck", "session", "contact"}
TABS = {
    "overview": "overview",
    "bottleneck": "priorities",
    "session": "timeline",
    "contact": "contacts",
    "consents": "contact",
    "income": "overview",
    "daytime": "overview",
}


class ChangeHistory(DossierMixin, TemplateView):
    """Newest first, for whoever may read the record.

    `back` is the route that shows the record.
    """

    rule = permissions.can_read
    model = None
    back = ""
    template_name = "participants/history/history.html"

    @property
    def tab(self):
        """That of the page that shows the record."""
        return TABS.get(self.back, "")

    @cached_property
    def record(self):
        rows = self.model.objects.visible_to(self.request.user)
        rows = rows.filter(**{rows.participant_path: self.participant.pk})
        return get_object_or_404(rows, pk=self.key)

    @property
    def key(self):
        """The row of the address; without one the person or the present trajectory."""
        whole = {Participant: self.participant.pk, Trajectory: self.trajectory.pk}
        return whole.get(self.model) or self.kwargs["pk"]

    def states(self):
        """One more than fits: the next page begins with it, and this one ends there."""
        rows = self.record.events.visible_to(self.request.user).newest_first()
        asked = self.request.GET.get("before", "")
        if asked.isdecimal() and len(asked) < 10:
            rows = rows.filter(pgh_id__lte=int(asked))
        return list(rows.select_related("pgh_by", *self.rows_named())[: PAGE_SIZE + 1])

    def rows_named(self):
        fields = told_fields(self.model.pgh_event_model)
        return [field.name for field in fields if isinstance(field, ForeignKey)]

    def get_context_data(self, **kwargs):
        states = self.states()
        older = states[PAGE_SIZE].pgh_id if len(states) > PAGE_SIZE else None
        return super().get_context_data(
            lines=changes(states)[:PAGE_SIZE],
            older=older,
            is_first="before" not in self.request.GET,
            back_url=self.back_url(),
            **kwargs,
        )

    def back_url(self):
        key = [self.kwargs["pk"]] if self.back in OWN_PAGE else []
        return reverse(f"participants:{self.back}", args=[self.participant.code, *key])


class FactsHistory(ChangeHistory):
    """Of the facts about the person, which stand on the page that mends them alone."""

    rule = permissions.can_write
