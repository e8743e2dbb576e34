"""Pages that income and daytime activity share: the list, noting, changing, ending."""

from django.contrib import messages
from django.http import HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.views.generic import FormView, TemplateView

from counsellors.models.access_event import Action
from counsellors.once import OnceMixin
from participants import permissions
from participants.forms.period import EndForm
from participants.views.dossier import DossierMixin
from participants.views.stale import SavesOver


class PeriodPage(DossierMixin):
    """A page about rows of `model`; `route` names the list and begins the others."""

    tab = "overview"
    model = None
    route = ""
    form_class = None

    def rows(self):
        rows = self.model.objects.visible_to(self.request.user)
        return rows.filter(trajectory=self.trajectory).select_related("recorded_by")

    @cached_property
    def row(self):
        return get_object_or_404(self.rows(), pk=self.kwargs["pk"])

    @property
    def list_url(self):
        return reverse(f"participants:{self.route}", args=[self.participant.code])

    def get_context_data(self, **kwargs):
        return super().get_context_data(
            route=self.route, list_url=self.list_url, **kwargs
        )

    def told(self, sentence):
        messages.success(self.request, sentence)
        return HttpResponseRedirect(self.list_url)


class PeriodList(PeriodPage, TemplateView):
    """What runs now, and what ended; `card` says of a row how it stands."""

    rule = permissions.can_read
    card = None

    def get_context_data(self, **kwargs):
        card, rows = type(self).card, list(self.rows())
        return super().get_context_data(
            running=[card(row) for row in rows if row.is_running],
            ended=[card(row) for row in rows if not row.is_running],
            **kwargs,
        )


class PeriodNew(PeriodPage, OnceMixin, FormView):
    rule = permissions.can_write
    writes = True
    change_action = Action.CREATE

    def get_form_kwargs(self):
        row = self.model(trajectory=self.trajectory, recorded_by=self.request.user)
        return super().get_form_kwargs() | {"instance": row}

    def form_valid(self, form):
        form.instance.save(force_insert=True)
        return self.told(_("Noted."))


class PeriodSaving(PeriodPage, SavesOver):
    """Saves over the row that was shown; whoever saved first is not overwritten."""

    rule = permissions.can_write
    writes = True

    def carry_out(self, form, version):
        self.save(form, version)
        return self.told(_("Changed."))

    def back_when_stale(self):
        return self.list_url


class PeriodEdit(PeriodSaving):
    def get_form_kwargs(self):
        return super().get_form_kwargs() | {"instance": self.row}

    def save(self, form, version):
        form.instance.save_over(version)


class PeriodEnd(PeriodSaving):
    """Asks the last day; the row stays among what ended."""

    template_name = "participants/period/end.html"

    def get_form_class(self):
        return EndForm

    def get_form_kwargs(self):
        kwargs = super().get_form_kwargs()
        kwargs.pop("initial")
        return kwargs | {"row": self.row}

    def save(self, form, version):
        self.row.end(form.cleaned_data["ended_on"], version)
