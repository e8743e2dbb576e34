"""Earlier orders: who changed what, when and why; and what was closed."""

from django.db.models import Q
from django.views.generic import TemplateView

from exitprog.keys import as_key
from participants import permissions
from participants.history_words import history_lines
from participants.models import Bottleneck, OrderDecision, OrderMove
from participants.views.dossier import DossierMixin

PAGE_SIZE = 20


class History(DossierMixin, TemplateView):
    """Newest first, in pages that begin after a move."""

    rule = permissions.can_read
    field_groups = ("titles", "notes")
    tab = "priorities"
    template_name = "participants/priorities/history.html"

    def get_context_data(self, **kwargs):
        bottlenecks = self.own(Bottleneck).filter(trajectory=self.trajectory)
        bottlenecks = list(bottlenecks.order_by("position", "-closed_on", "pk"))
        moves = self.moves()
        shown = moves[:PAGE_SIZE]
        return super().get_context_data(
            lines=history_lines(shown, {row.pk: row for row in bottlenecks}),
            older=shown[-1].pk if len(moves) > PAGE_SIZE else None,
            is_first=self.after is None,
            closed=[row for row in bottlenecks if not row.is_active],
            decisions=self.decisions(),
            **kwargs,
        )

    def own(self, model):
        return model.objects.visible_to(self.request.user)

    @property
    def after(self):
        return as_key(self.request.GET.get("before"))

    def moves(self):
        """One more than fits on the page."""
        rows = self.own(OrderMove).filter(trajectory=self.trajectory)
        place = rows.filter(pk=self.after).first() if self.after else None
        if place:
            same = Q(at=place.at)
            rows = rows.filter(
                Q(at__lt=place.at)
                | same & Q(order_version__lt=place.order_version)
                | same & Q(order_version=place.order_version, pk__lt=place.pk)
            )
        return list(rows.select_related("by").newest_first()[: PAGE_SIZE + 1])

    def decisions(self):
        rows = self.own(OrderDecision).filter(trajectory=self.trajectory)
        return rows.select_related("by").newest_first()
