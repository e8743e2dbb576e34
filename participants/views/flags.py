"""What everyone who opens the dossier must know first."""

from django.contrib import messages
from django.http import HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.views.generic import CreateView

from counsellors.models.access_event import Action
from counsellors.once import OnceMixin
from participants import permissions
from participants.forms.flag import FlagForm, FlagRemovalForm
from participants.models import Flag
from participants.views.dossier import DossierMixin
from participants.views.stale import SavesOver


class FlagMixin(DossierMixin):
    field_groups = ("notes",)

    def flags(self):
        rows = Flag.objects.visible_to(self.request.user)
        return rows.filter(participant=self.participant)

    def get_success_url(self):
        return reverse("participants:flags", args=[self.participant.code])


class FlagList(FlagMixin, OnceMixin, CreateView):
    """Standing flags, those taken down, and a form for a new one."""

    rule = permissions.can_read
    write_rule = permissions.can_write
    model = Flag
    form_class = FlagForm
    change_action = Action.CREATE
    template_name = "participants/flag/list.html"

    def get_context_data(self, **kwargs):
        flags = self.flags().select_related("raised_by", "removed_by")
        return super().get_context_data(all_flags=flags, **kwargs)

    def form_valid(self, form):
        form.instance.participant = self.participant
        form.instance.raised_by = self.request.user
        messages.success(self.request, _("Added."))
        return super().form_valid(form)


class FlagRemoval(FlagMixin, SavesOver):
    """Takes a flag down, with the reason."""

    rule = permissions.can_write
    writes = True
    form_class = FlagRemovalForm
    template_name = "participants/flag/remove.html"

    def get_context_data(self, **kwargs):
        return super().get_context_data(flag=self.flag, **kwargs)

    @cached_property
    def flag(self):
        return get_object_or_404(self.flags().standing(), pk=self.kwargs["pk"])

    def get_initial(self):
        return {"version": self.flag.version}

    def carry_out(self, form, version):
        reason = form.cleaned_data["removal_reason"]
        self.flag.remove(self.request.user, reason, version)
        messages.success(self.request, _("Taken down."))
        return HttpResponseRedirect(self.get_success_url())
