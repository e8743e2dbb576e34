"""Extra protection of a dossier: setting it, ending it, and who is named."""

from django.contrib import messages
from django.http import Http404, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.views.generic import FormView, View

from counsellors.grants import tell_team_leads
from counsellors.models.access_event import Action
from counsellors.once import OnceMixin
from counsellors.views.second_factor import FreshFactorMixin
from exitprog.conflict import ConflictError
from participants import permissions, protecting
from participants.forms.protection import CaseForm, NamingForm, ProtectionForm
from participants.models import Assignment, Naming, Protection
from participants.ownership import OwnershipError
from participants.views.dossier import DossierMixin


class ProtectionMixin(DossierMixin, FreshFactorMixin):
    rule = permissions.can_write
    writes = True
    change_action = Action.GRANT

    @cached_property
    def protection(self):
        rows = Protection.objects.visible_to(self.request.user).in_force()
        rows = rows.filter(participant=self.participant).select_related("set_by")
        return rows.first()

    def names(self):
        rows = Naming.objects.visible_to(self.request.user).in_force()
        rows = rows.filter(participant=self.participant).select_related("user")
        return rows.order_by("user__name", "pk")

    def rights(self):
        rows = Assignment.objects.visible_to(self.request.user).in_force()
        rows = rows.filter(participant=self.participant).select_related("user")
        return list(rows.order_by("user__name", "pk"))

    def get_success_url(self):
        return reverse("participants:protection", args=[self.participant.code])


class ProtectionForms(ProtectionMixin, OnceMixin, FormView):
    """`carry_out` does what the form asks; what can't be is said above its fields."""

    def get_form_kwargs(self):
        extra = {"case": self.trajectory, "user": self.request.user}
        return super().get_form_kwargs() | extra

    def get_context_data(self, **kwargs):
        return super().get_context_data(protection=self.protection, **kwargs)

    def form_valid(self, form):
        try:
            messages.success(self.request, self.carry_out(form))
        except OwnershipError as error:
            form.add_error(None, str(error))
            return self.form_invalid(form)
        return HttpResponseRedirect(self.get_success_url())


class ProtectionPage(ProtectionForms):
    """Without protection a form to set it; with it who is named, and who is not."""

    form_class = ProtectionForm
    template_name = "participants/protection/protection.html"

    def get_initial(self):
        return {"named": [right.user_id for right in self.rights()]}

    def get_context_data(self, **kwargs):
        names, rights = list(self.names()), self.rights()
        names.sort(key=lambda naming: naming.user_id != self.request.user.pk)
        kinds = {right.user_id: right.get_kind_display() for right in rights}
        inside = {naming.user_id for naming in names if naming.is_confirmed}
        return super().get_context_data(
            names=[(naming, kinds.get(naming.user_id)) for naming in names],
            unnamed=[right for right in rights if right.user_id not in inside],
            **kwargs,
        )

    def carry_out(self, form):
        facts, user = form.cleaned_data, self.request.user
        protecting.protect(self.trajectory, user, facts["reason"], facts["named"])
        tell_team_leads(self.trajectory.programme)
        return _("Extra protected. Only who is named sees this dossier now.")


class OfProtected(ProtectionForms):
    """Exists while the dossier is extra protected."""

    def get_form_kwargs(self):
        if self.protection is None:
            raise Http404
        return super().get_form_kwargs()


class ProtectionEnd(OfProtected):
    """Asks once more: everyone with a right sees the dossier again."""

    form_class = CaseForm
    template_name = "participants/protection/end.html"

    def get_context_data(self, **kwargs):
        named = {naming.user_id for naming in self.names()}
        regain = [right for right in self.rights() if right.user_id not in named]
        return super().get_context_data(regain=regain, **kwargs)

    def carry_out(self, form):
        protecting.unprotect(self.trajectory, self.request.user)
        tell_team_leads(self.trajectory.programme)
        return _("The extra protection has ended.")


class NamingNew(OfProtected):
    """Lets one more colleague in, while she guides or covers."""

    form_class = NamingForm
    template_name = "participants/protection/name.html"

    def carry_out(self, form):
        to = form.cleaned_data["to"]
        protecting.let_in(self.trajectory, to, self.request.user)
        return _("%(name)s is named.") % {"name": to}


class NamingEnd(ProtectionMixin, View):
    """Takes a name away; the counsellor keeps her own."""

    http_method_names = ["post"]

    def post(self, request, code, pk):
        others = self.names().exclude(user=request.user)
        naming = get_object_or_404(others, pk=pk)
        try:
            protecting.keep_out(self.trajectory, naming)
        except OwnershipError as error:
            raise ConflictError(str(error), back_url=self.get_success_url()) from error
        told = _("%(name)s is not named any more.") % {"name": naming.user}
        messages.success(request, told)
        return HttpResponseRedirect(self.get_success_url())
