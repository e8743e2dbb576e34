"""Stepping to the next phase, on hold, or out."""

from django.contrib import messages
from django.http import HttpResponseRedirect
from django.utils.translation import gettext as _

from participants import permissions
from participants.forms.phase import PhaseForm
from participants.models import TrajectoryStep
from participants.models.draft import DraftForm
from participants.views.dossier import DossierMixin
from participants.views.stale import SavesLongFormOver


class PhaseChange(DossierMixin, SavesLongFormOver):
    """One step of the trajectory; earlier steps stand below it."""

    rule = permissions.can_write
    writes = True
    field_groups = ("phase", "notes")
    draft_kind = DraftForm.PHASE
    form_class = PhaseForm
    template_name = "participants/phase/change.html"

    def get_form_kwargs(self):
        return super().get_form_kwargs() | {"trajectory": self.trajectory}

    def get_context_data(self, **kwargs):
        steps = TrajectoryStep.objects.visible_to(self.request.user)
        steps = steps.filter(trajectory=self.trajectory).select_related("by")
        return super().get_context_data(steps=steps, **kwargs)

    def carry_out(self, form, version):
        self.trajectory.version = version
        form.save(self.request.user)
        messages.success(self.request, self.told())
        return HttpResponseRedirect(self.participant.get_absolute_url())

    def told(self):
        phase = self.trajectory.get_state_display()
        return _("The phase is now “%(phase)s”.") % {"phase": phase}
