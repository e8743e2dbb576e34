"""Forms that were not finished: the list of one's own, and throwing one away."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.generic import TemplateView, View

from counsellors.access_log import write
from counsellors.models.access_event import Action
from exitprog.access import RuleMixin
from participants import permissions
from participants.models import Draft
from participants.views.dossier import DossierMixin


class DraftList(RuleMixin, TemplateView):
    """Own drafts, the newest first."""

    rule = permissions.has_caseload
    template_name = "participants/draft/list.html"

    def get_context_data(self, **kwargs):
        drafts = Draft.objects.visible_to(self.request.user)
        drafts = list(drafts.select_related("participant"))
        self.log(drafts)
        return super().get_context_data(drafts=drafts, **kwargs)

    def log(self, drafts):
        write(
            self.request,
            Action.LIST,
            kind="draft",
            case_codes=sorted({draft.participant.code for draft in drafts}),
            result_count=len(drafts),
            field_groups=["alias"] if drafts else [],
            has_relation=bool(drafts),
        )


class DraftRemove(DossierMixin, View):
    """Throws a draft away; it was nobody's history yet."""

    rule = permissions.can_read

    def post(self, request, *args, **kwargs):
        drafts = Draft.objects.visible_to(request.user)
        drafts = drafts.filter(participant=self.participant)
        get_object_or_404(drafts, pk=kwargs["pk"]).delete()
        messages.success(request, _("The draft is thrown away."))
        return redirect("participants:drafts")
