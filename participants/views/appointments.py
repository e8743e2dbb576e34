"""Appointments in a dossier: planning one, moving it, calling it off."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.views.generic import FormView

from counsellors.models.access_event import Action
from counsellors.once import OnceMixin
from exitprog.conflict import ConflictError, texts_sent
from participants import permissions
from participants.forms.appointment import (
    AppointmentCancelForm,
    AppointmentForm,
    AppointmentMoveForm,
)
from participants.models import Appointment, Bottleneck, Trajectory
from participants.models.appointment import AppointmentError
from participants.views.dossier import DossierMixin
from participants.views.stale import SavesOver


class AppointmentPage(DossierMixin):
    rule = permissions.can_log
    writes = True
    field_groups = ("titles", "safety")

    def post(self, request, *args, **kwargs):
        Trajectory.objects.select_for_update().get(pk=self.trajectory.pk)
        return super().post(request, *args, **kwargs)

    def appointments(self):
        rows = Appointment.objects.visible_to(self.request.user)
        return rows.filter(trajectory=self.trajectory)

    @cached_property
    def appointment(self):
        rows = self.appointments().select_related("session", "moved_to")
        return get_object_or_404(rows, pk=self.kwargs["pk"])

    def open_one(self):
        if not self.appointment.is_open:
            raise self.not_open()
        return self.appointment

    def not_open(self):
        return ConflictError(
            _("This appointment was moved, called off or logged already."),
            yours=texts_sent(self.request),
            back_url=self.participant.get_absolute_url(),
        )

    def same_time(self, appointment):
        """Another one of the user's own caseload then, this dossier's included."""
        rows = Appointment.objects.guided_by(self.request.user).open()
        day = timezone.localdate(appointment.starts_at)
        rows = rows.filter(starts_at__date=day).exclude(pk=appointment.pk)
        return any(
            row.starts_at < appointment.ends_at and appointment.starts_at < row.ends_at
            for row in rows.only("starts_at", "minutes")
        )

    def tell_when(self, told, appointment):
        text = told % {"moment": moment_text(appointment.starts_at)}
        if self.same_time(appointment):
            text += " " + _("You have another appointment at that time.")
        messages.success(self.request, text)
        return redirect(self.participant)


class AppointmentNew(AppointmentPage, OnceMixin, FormView):
    """Plans one; the same moment twice, as by a double click, is one appointment."""

    change_action = Action.CREATE
    form_class = AppointmentForm
    template_name = "participants/appointment/new.html"

    @cached_property
    def bottlenecks(self):
        rows = Bottleneck.objects.visible_to(self.request.user)
        return list(rows.filter(trajectory=self.trajectory).in_order())

    def get_form_kwargs(self):
        planned = Appointment(trajectory=self.trajectory, planned_by=self.request.user)
        return super().get_form_kwargs() | {
            "instance": planned,
            "bottlenecks": self.bottlenecks,
            "has_interpreter": self.participant.interpreter,
        }

    def form_valid(self, form):
        planned = form.instance
        earlier = (
            self.appointments()
            .open()
            .filter(starts_at=planned.starts_at, kind=planned.kind)
        )
        if found := earlier.first():
            self.change_action, planned = Action.OPEN, found
        else:
            planned.save(force_insert=True)
        return self.tell_when(_("Planned: %(moment)s."), planned)


class AppointmentMove(AppointmentPage, SavesOver):
    """Moves one that is still open; the old day stays in the chain."""

    form_class = AppointmentMoveForm
    template_name = "participants/appointment/move.html"

    def get_context_data(self, **kwargs):
        return super().get_context_data(appointment=self.open_one(), **kwargs)

    def get_initial(self):
        local = timezone.localtime(self.appointment.starts_at)
        facts = {"on": local.date(), "at": local.time()}
        return facts | {"version": self.appointment.version}

    def carry_out(self, form, version):
        starts_at = form.cleaned_data["starts_at"]
        try:
            moved = self.appointment.move_to(starts_at, self.request.user, version)
        except AppointmentError as error:
            raise self.not_open() from error
        return self.tell_when(_("Moved to %(moment)s."), moved)


class AppointmentCancel(AppointmentPage, SavesOver):
    """Calls off one that is still open."""

    form_class = AppointmentCancelForm
    template_name = "participants/appointment/cancel.html"

    def get_context_data(self, **kwargs):
        return super().get_context_data(appointment=self.open_one(), **kwargs)

    def get_initial(self):
        return {"version": self.appointment.version}

    def carry_out(self, form, version):
        try:
            self.appointment.cancel(form.cleaned_data["cancelled_by"], version)
        except AppointmentError as error:
            raise self.not_open() from error
        messages.success(self.request, _("The appointment is called off."))
        return redirect(self.participant)


def moment_text(when):
    return date_format(timezone.localtime(when), "l j F, H:i")
