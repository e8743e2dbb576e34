"""How all twelve life areas stand, and how they stood before."""

from dataclasses import dataclass

from django.contrib import messages
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _

from counsellors.models.access_event import Action
from participants import permissions
from participants.area_lines import AreaLine, area_lines
from participants.forms.life_areas import LifeAreasForm, Pair
from participants.models import Assessment
from participants.models.draft import DraftForm
from participants.views.dossier import DossierMixin
from participants.views.draft_form import LongNewForm


@dataclass(frozen=True)
class Row:
    """One life area: its line, its two fields, and earlier scores, newest first."""

    line: AreaLine
    fields: Pair
    history: list[Assessment]


class LifeAreas(DossierMixin, LongNewForm):
    rule = permissions.can_read
    write_rule = permissions.can_write
    change_action = Action.CREATE
    field_groups = ("assessments",)
    tab = "overview"
    draft_kind = DraftForm.LIFE_AREAS
    form_class = LifeAreasForm
    template_name = "participants/life_areas/life_areas.html"

    def get_form_kwargs(self):
        kwargs = super().get_form_kwargs()
        kwargs.pop("initial")
        return kwargs | {"trajectory": self.trajectory}

    def get_context_data(self, **kwargs):
        context = super().get_context_data(**kwargs)
        areas = area_lines(self.assessments)
        return context | {"areas": areas, "rows": self.rows(areas, context["form"])}

    @cached_property
    def assessments(self):
        rows = Assessment.objects.visible_to(self.request.user)
        rows = rows.filter(trajectory=self.trajectory).oldest_first()
        return list(rows.select_related("recorded_by"))

    def rows(self, areas, form):
        history = {line.area: [] for line in areas.lines}
        for row in reversed(self.assessments):
            history[row.life_area].append(row)
        return [
            Row(line, pair, history[line.area])
            for line, pair in zip(areas.lines, form.pairs, strict=True)
        ]

    def form_valid(self, form):
        form.save(self.request.user)
        messages.success(self.request, _("Saved. Earlier scores stay."))
        return super().form_valid(form)

    def get_success_url(self):
        return reverse("participants:life-areas", args=[self.participant.code])
