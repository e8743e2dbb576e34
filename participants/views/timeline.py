"""All that happened, newest first, a page at a time."""

from django.http import Http404
from django.views.generic import TemplateView

from participants import permissions
from participants.timeline import KINDS, Place, page_of
from participants.timeline_entries import entries_of
from participants.views.dossier import DossierMixin


class Timeline(DossierMixin, TemplateView):
    rule = permissions.can_read
    field_groups = ("titles", "notes", "words", "income", "daytime")
    template_name = "participants/timeline/timeline.html"

    @property
    def tab(self):
        return "contacts" if self.request.GET.get("kind") == "contact" else "timeline"

    def get_context_data(self, **kwargs):
        kind = self.request.GET.get("kind", "")
        page = self.page(kind)
        return super().get_context_data(
            kinds=KINDS,
            kind=kind,
            page=page,
            entries=entries_of(self.request.user, self.trajectory, page.keys),
            **kwargs,
        )

    def page(self, kind):
        if kind and kind not in KINDS:
            raise Http404
        kinds = [kind] if kind else list(KINDS)
        before, after = self.place("before"), self.place("after")
        user, trajectory = self.request.user, self.trajectory
        return page_of(user, trajectory, kinds, before=before, after=after)

    def place(self, name):
        """The place that the address names; one that nobody wrote does not exist."""
        text = self.request.GET.get(name)
        try:
            return Place.parse(text) if text else None
        except ValueError as error:
            raise Http404 from error
