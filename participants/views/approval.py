"""What a second person decides about an extra protected dossier, and the waiting."""

from django.contrib import messages
from django.http import HttpResponseRedirect
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.views.generic import DetailView, FormView

from counsellors.access_log import write
from counsellors.models.access_event import Action
from counsellors.once import OnceMixin
from counsellors.views.second_factor import FreshFactorMixin
from exitprog.access import RuleMixin
from exitprog.conflict import ConflictError
from exitprog.records import StaleVersionError
from participants import permissions
from participants.forms.protection import AnswerForm, EmergencyAnswerForm
from participants.models import BreakGlass, Naming
from participants.views.emergency import log_look


class EmergencyWaiting(RuleMixin, DetailView):
    """Where who asked waits; once it is open, the way in."""

    rule = permissions.can_open_in_emergency
    context_object_name = "asked"
    template_name = "participants/emergency/waiting.html"

    def get_queryset(self):
        mine = BreakGlass.objects.visible_to(self.request.user)
        mine = mine.filter(user=self.request.user).select_related("reviewed_by")
        return mine.with_code()

    def render_to_response(self, context, **kwargs):
        log_look(self.request, Action.OPEN, self.object)
        if self.object.is_in_force and not self.object.waits:
            messages.warning(self.request, _("Opened. Write afterwards why, please."))
            return redirect("participants:overview", self.object.case_code)
        return super().render_to_response(context, **kwargs)


class SecondAnswer(RuleMixin, FreshFactorMixin, OnceMixin, FormView):
    """Opens it or leaves it closed; the second of two reads that it was answered."""

    rule = permissions.can_review

    def form_valid(self, form):
        try:
            told = self.open() if form.opens else self.leave_closed(form)
        except StaleVersionError as stale:
            raise self.someone_was_first() from stale
        messages.success(self.request, told)
        return HttpResponseRedirect(reverse("participants:emergencies"))

    def someone_was_first(self):
        return ConflictError(
            _("This was already answered, or is no longer asked."),
            back_url=reverse("participants:emergencies"),
        )


class EmergencyApproval(SecondAnswer):
    """Of an emergency with an extra protected dossier."""

    form_class = EmergencyAnswerForm
    template_name = "participants/emergency/approval.html"

    @cached_property
    def asked(self):
        rows = BreakGlass.objects.watched_by(self.request.user)
        rows = rows.select_related("user").with_code()
        found = get_object_or_404(rows, pk=self.kwargs["pk"])
        if not found.waits:
            raise self.someone_was_first()
        return found

    def get_context_data(self, **kwargs):
        log_look(self.request, Action.OPEN, self.asked)
        return super().get_context_data(asked=self.asked, **kwargs)

    def open(self):
        self.asked.approve(self.request.user)
        log_look(self.request, Action.GRANT, self.asked)
        return _("Open to %(name)s from now.") % {"name": self.asked.user}

    def leave_closed(self, form):
        self.asked.turn_down(self.request.user, form.cleaned_data["why_not"])
        log_look(self.request, Action.CHANGE, self.asked)
        return _("It stays closed.")


class NamingAnswer(SecondAnswer):
    """Of a name that a team lead asked for."""

    form_class = AnswerForm
    template_name = "participants/protection/confirm.html"

    @cached_property
    def naming(self):
        rows = Naming.objects.confirmable_by(self.request.user)
        rows = rows.select_related("user", "named_by").with_code()
        return get_object_or_404(rows, pk=self.kwargs["pk"])

    def get_context_data(self, **kwargs):
        self.log(Action.OPEN)
        return super().get_context_data(naming=self.naming, **kwargs)

    def open(self):
        self.naming.confirm(self.request.user)
        self.log(Action.GRANT)
        return _("%(name)s is named.") % {"name": self.naming.user}

    def leave_closed(self, form):
        self.naming.end()
        self.log(Action.CHANGE)
        return _("It stays closed.")

    def log(self, action):
        write(
            self.request,
            action,
            case_code=self.naming.case_code,
            object_id=self.naming.pk,
            kind="naming",
        )
