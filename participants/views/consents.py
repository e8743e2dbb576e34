"""What a participant agreed to: in force, ended, new, withdrawn."""

from django.contrib import messages
from django.http import HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.views.generic import CreateView, TemplateView

from agencies.models import Agency
from counsellors.models.access_event import Action
from counsellors.once import OnceMixin
from counsellors.views.second_factor import FreshFactorMixin
from participants import permissions
from participants.consent_words import consent_title, sharing_sentence
from participants.forms.consent import ConsentForm, WithdrawalForm
from participants.models import Consent
from participants.views.dossier import DossierMixin
from participants.views.stale import SavesOver


class ConsentMixin(DossierMixin):
    field_groups = ("consents",)
    tab = "contact"

    def consents(self):
        rows = Consent.objects.visible_to(self.request.user)
        return rows.filter(participant=self.participant).select_related(
            "agency", "recorded_by"
        )

    def get_success_url(self):
        return reverse("participants:consents", args=[self.participant.code])


class ConsentList(ConsentMixin, TemplateView):
    rule = permissions.can_read
    template_name = "participants/consents/consents.html"

    def get_context_data(self, **kwargs):
        rows = [(row, consent_title(row)) for row in self.consents()]
        standing = [item for item in rows if item[0].is_in_force]
        return super().get_context_data(
            standing=standing,
            ended=[item for item in rows if not item[0].is_in_force],
            sharing=sharing_sentence(
                [row for row, _title in standing], self.participant
            ),
            **kwargs,
        )


class ConsentNew(ConsentMixin, OnceMixin, CreateView):
    """Notes what was agreed; agencies that are no longer in use can't be chosen."""

    rule = permissions.can_write
    writes = True
    change_action = Action.CREATE
    model = Consent
    form_class = ConsentForm
    template_name = "participants/consents/new.html"

    def get_form_kwargs(self):
        agencies = Agency.objects.visible_to(self.request.user).in_use()
        return super().get_form_kwargs() | {
            "agencies": agencies,
            "instance": Consent(
                participant=self.participant, recorded_by=self.request.user
            ),
        }

    def form_valid(self, form):
        form.save()
        messages.success(self.request, _("Noted what was agreed."))
        return HttpResponseRedirect(self.get_success_url())


class ConsentWithdraw(ConsentMixin, FreshFactorMixin, SavesOver):
    """Asks once more; what was shared before stays recorded."""

    rule = permissions.can_write
    writes = True
    form_class = WithdrawalForm
    template_name = "participants/consents/withdraw.html"

    @cached_property
    def consent(self):
        rows = self.consents().filter(withdrawn_on=None)
        return get_object_or_404(rows, pk=self.kwargs["pk"])

    def get_form_kwargs(self):
        kwargs = super().get_form_kwargs()
        kwargs.pop("initial")
        return kwargs | {"consent": self.consent}

    def get_context_data(self, **kwargs):
        return super().get_context_data(
            consent=self.consent, title=consent_title(self.consent), **kwargs
        )

    def carry_out(self, form, version):
        self.consent.withdraw(form.cleaned_data["withdrawn_on"], version)
        messages.success(self.request, _("Noted that it no longer holds."))
        return HttpResponseRedirect(self.get_success_url())
