"""What a bottleneck waits on: saying so, and taking it back."""

from django.shortcuts import get_object_or_404, redirect
from django.views.generic import View

from counsellors.models.access_event import Action
from participants import permissions
from participants.forms.dependency import DependencyForm
from participants.models import Dependency
from participants.models.dependency import CycleError
from participants.models.draft import DraftForm
from participants.order_words import cycle_text
from participants.views.bottlenecks import BottleneckMixin, closed_meanwhile
from participants.views.draft_form import LongNewForm


class DependencyNew(BottleneckMixin, LongNewForm):
    """Lets it wait on another open bottleneck; a circle is not drawn."""

    rule = permissions.can_write
    writes = True
    change_action = Action.CREATE
    draft_kind = DraftForm.DEPENDENCY
    form_class = DependencyForm
    template_name = "participants/bottleneck/waits_on.html"

    def get_initial(self):
        return {
            "blocker": self.request.GET.get("blocker"),
            "kind": self.request.GET.get("kind", "hard"),
        }

    def get_form_kwargs(self):
        if not self.bottleneck.is_active:
            raise closed_meanwhile(self.page)
        others = [row for row in self.active if row.pk != self.bottleneck.pk]
        return super().get_form_kwargs() | {
            "blocked": self.bottleneck,
            "others": others,
        }

    def form_valid(self, form):
        try:
            form.save(self.request.user)
        except CycleError as cycle:
            form.add_error("blocker", cycle_text(cycle.path))
            return self.form_invalid(form)
        return redirect(self.page)


class DependencyRemove(BottleneckMixin, View):
    """It no longer waits on the other."""

    rule = permissions.can_write
    writes = True
    http_method_names = ["post"]

    def post(self, request, *args, **kwargs):
        rows = Dependency.objects.visible_to(request.user)
        rows = rows.filter(blocked=self.bottleneck)
        get_object_or_404(rows, pk=self.kwargs["dependency"]).delete()
        return redirect(self.page)
