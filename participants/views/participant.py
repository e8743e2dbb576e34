"""Registering a participant, and mending what is known about the person."""

from django.contrib import messages
from django.db import transaction
from django.http import HttpResponseRedirect
from django.utils.translation import gettext as _
from django.views.generic import FormView, TemplateView

from counsellors.access_log import Right, write
from counsellors.models.access_event import Action, Ground
from counsellors.once import OnceMixin
from exitprog.access import RuleMixin
from exitprog.forms import hold_errors
from exitprog.records import StaleVersionError
from participants import permissions
from participants.forms.participant import (
    ParticipantForm,
    RegistrationForm,
    TrajectoryForm,
)
from participants.models.draft import DraftForm
from participants.views.dossier import DossierMixin
from participants.views.stale import StaleForms


class ParticipantNew(RuleMixin, OnceMixin, FormView):
    """Opens a dossier; someone under 18 is shown the way to youth care instead."""

    rule = permissions.can_register
    form_class = RegistrationForm
    template_name = "participants/participant/new.html"

    def get_form_kwargs(self):
        return super().get_form_kwargs() | {"user": self.request.user}

    def form_valid(self, form):
        if form.is_minor and "turn_away" not in self.request.POST:
            return self.render_to_response(
                self.get_context_data(form=form, is_minor=True)
            )
        trajectory = form.turn_away() if form.is_minor else form.save()
        self.log(trajectory)
        self.tell(trajectory)
        return HttpResponseRedirect(trajectory.participant.get_absolute_url())

    def tell(self, trajectory):
        told = _("Registered. The code is %(code)s.")
        if not trajectory.is_open:
            told = _("Recorded as not admitted, under code %(code)s.")
        messages.success(self.request, told % {"code": trajectory.participant.code})

    def log(self, trajectory):
        assignment = trajectory.participant.assignments.get()
        write(
            self.request,
            Action.CREATE,
            right=Right(Ground.PRIMARY, assignment.pk),
            case_code=trajectory.participant.code,
            object_id=trajectory.participant_id,
            kind="participant",
            programme=trajectory.programme,
            field_groups=["alias", "safety"],
        )


class ParticipantEdit(DossierMixin, StaleForms, TemplateView):
    """Mends the person and the start of the trajectory in one page."""

    rule = permissions.can_write
    writes = True
    field_groups = ("alias", "words")
    draft_kind = DraftForm.PERSON
    form_classes = (ParticipantForm, TrajectoryForm)
    template_name = "participants/participant/edit.html"

    def get_context_data(self, **kwargs):
        person, start = kwargs.pop("forms", None) or self.filled_forms()
        return super().get_context_data(person=person, start=start, **kwargs)

    def filled_forms(self):
        """With what is stored, or with what the draft says instead."""
        if self.draft:
            return [hold_errors(form) for form in self.make_forms(self.typed)]
        return self.make_forms()

    def make_forms(self, data=None):
        person, trajectory = self.participant, self.trajectory
        return (
            ParticipantForm(data, instance=person, initial={"version": person.version}),
            TrajectoryForm(
                data, instance=trajectory, initial={"version": trajectory.version}
            ),
        )

    def post(self, request, *args, **kwargs):
        both = self.make_forms(request.POST)
        sound = [form.is_valid() for form in both]
        if not all(sound):
            return self.render_to_response(self.get_context_data(forms=both))
        self.save(both)
        messages.success(request, _("Saved."))
        return HttpResponseRedirect(self.participant.get_absolute_url())

    @transaction.atomic
    def save(self, both):
        for form in both:
            if not form.has_changed():
                continue
            try:
                form.instance.save_over(form.cleaned_data["version"])
            except StaleVersionError as stale:
                raise self.stale_page(form, stale.current) from stale

    def stored_form(self, form, current):
        return type(form)(instance=current)

    def back_when_stale(self):
        return self.participant.get_absolute_url()
