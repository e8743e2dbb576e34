"""One bottleneck: naming, reading and mending it, closing it and opening it again."""

from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.views.generic import FormView, TemplateView

from counsellors.models.access_event import Action
from exitprog.conflict import ConflictError
from participants import permissions
from participants.deadline_words import due
from participants.forms.bottleneck import BottleneckForm, CloseForm
from participants.hints import hints_for
from participants.models import Bottleneck, Dependency, Trajectory
from participants.models.draft import DraftForm
from participants.models.held_order import HeldOrder, NotInOrderError
from participants.timeline_entries import entries_of
from participants.touched_by import touching_keys
from participants.views.dossier import DossierMixin
from participants.views.draft_form import LongNewForm
from participants.views.moves import OrderVerb
from participants.views.stale import SavesLongFormOver


class BottleneckMixin(DossierMixin):
    """A page about one bottleneck of this trajectory."""

    field_groups = ("titles", "notes")
    tab = "priorities"

    @cached_property
    def bottleneck(self):
        rows = Bottleneck.objects.visible_to(self.request.user)
        rows = rows.filter(trajectory=self.trajectory)
        rows = rows.select_related("waiting_agency", "kind")
        return get_object_or_404(rows, pk=self.kwargs["pk"])

    @cached_property
    def active(self):
        rows = Bottleneck.objects.visible_to(self.request.user)
        return list(rows.filter(trajectory=self.trajectory).in_order())

    @property
    def page(self):
        return reverse(
            "participants:bottleneck",
            args=[self.participant.code, self.bottleneck.pk],
        )

    def get_context_data(self, **kwargs):
        return super().get_context_data(
            bottleneck=self.bottleneck, page=self.page, **kwargs
        )


class BottleneckNew(OrderVerb, LongNewForm):
    """A new bottleneck lands at the end of Next."""

    draft_kind = DraftForm.BOTTLENECK
    form_class = BottleneckForm
    change_action = Action.CREATE
    template_name = "participants/bottleneck/new.html"

    def get_form_kwargs(self):
        return super().get_form_kwargs() | {
            "user": self.request.user,
            "instance": Bottleneck(trajectory=self.trajectory),
        }

    def form_valid(self, form):
        bottleneck = form.save(commit=False)
        return self.told(HeldOrder(self.trajectory, self.request.user).add(bottleneck))


class BottleneckDetail(BottleneckMixin, TemplateView):
    rule = permissions.can_read
    template_name = "participants/bottleneck/detail.html"

    def get_context_data(self, **kwargs):
        user, bottleneck = self.request.user, self.bottleneck
        edges = self.edges()
        keys = touching_keys(user, bottleneck)
        return super().get_context_data(
            due=due(bottleneck),
            waits_on=[e for e in edges if e.blocked_id == bottleneck.pk],
            frees=[e for e in edges if e.blocker_id == bottleneck.pk],
            hints=hints_for(bottleneck, self.active, edges),
            can_wait=len(self.active) > 1,
            entries=entries_of(user, self.trajectory, keys),
            **kwargs,
        )

    def edges(self):
        rows = Dependency.objects.visible_to(self.request.user)
        rows = rows.filter(trajectory=self.trajectory)
        return list(rows.select_related("blocker", "blocked"))


class BottleneckEdit(BottleneckMixin, SavesLongFormOver):
    """Mends a bottleneck; whoever saved first is not overwritten."""

    rule = permissions.can_write
    writes = True
    draft_kind = DraftForm.BOTTLENECK_EDIT
    form_class = BottleneckForm
    template_name = "participants/bottleneck/edit.html"

    def post(self, request, *args, **kwargs):
        """While it is saved nobody moves it: its place is saved with it."""
        Trajectory.objects.select_for_update().get(pk=self.trajectory.pk)
        return super().post(request, *args, **kwargs)

    def get_form_kwargs(self):
        if not self.bottleneck.is_active:
            raise closed_meanwhile(self.page)
        return super().get_form_kwargs() | {
            "user": self.request.user,
            "instance": self.bottleneck,
        }

    def carry_out(self, form, version):
        form.instance.save_over(version)
        return redirect(self.page)

    def back_when_stale(self):
        return self.page


class BottleneckClose(BottleneckMixin, OrderVerb, SavesLongFormOver):
    """Takes it off the order; nothing else moves by itself."""

    draft_kind = DraftForm.BOTTLENECK_CLOSE
    form_class = CloseForm
    template_name = "participants/bottleneck/close.html"

    def get_context_data(self, **kwargs):
        if not self.bottleneck.is_active:
            raise closed_meanwhile(self.page)
        return super().get_context_data(**kwargs)

    def get_initial(self):
        return {"version": self.bottleneck.version}

    def carry_out(self, form, version):
        order = HeldOrder(self.trajectory, self.request.user)
        facts = {name: form.cleaned_data[name] for name in ("state", "explanation")}
        try:
            self.bottleneck.claim(version)
            move = order.close([self.bottleneck.pk], **facts)
        except NotInOrderError as error:
            raise closed_meanwhile(self.page) from error
        return self.back(moved=move.pk)

    def back_when_stale(self):
        return self.page


class BottleneckReopen(BottleneckMixin, OrderVerb, FormView):
    """Takes a closed one up again, at the end of Next."""

    http_method_names = ["post"]

    def post(self, request, *args, **kwargs):
        order = HeldOrder(self.trajectory, request.user)
        try:
            return self.told(order.reopen(self.bottleneck.pk))
        except NotInOrderError as error:
            raise ConflictError(
                _("This bottleneck is open already."), back_url=self.page
            ) from error


def closed_meanwhile(page):
    return ConflictError(
        _("This bottleneck is closed. Open it again first."), back_url=page
    )
