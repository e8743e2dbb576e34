"""Logging a session from its appointment: everything known is filled in."""

from django.http import Http404
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext as _

from exitprog.conflict import ConflictError, Side, texts_sent
from exitprog.keys import as_key
from participants.forms.note import LENGTHS
from participants.models import Appointment


class FromAppointmentMixin:
    """A session page that may come from an appointment: what is known is filled in."""

    @cached_property
    def appointment(self):
        """The one that the address or the form names; 404 unless it is of this dossier.

        One that was moved or called off meanwhile gets no session, but the note that
        was typed for it is still saved.
        """
        named = self.typed.get("appointment") or self.request.GET.get("appointment")
        if not named:
            return None
        rows = Appointment.objects.visible_to(self.request.user)
        rows = rows.filter(trajectory=self.trajectory, pk=as_key(named))
        found = get_object_or_404(rows.select_related("session", "about", "moved_to"))
        if not (found.is_moved or found.is_cancelled):
            return found
        if self.request.method == "GET" and not self.draft:
            raise Http404
        return None

    def get(self, request, *args, **kwargs):
        if self.appointment and self.appointment.is_logged and not self.draft:
            return redirect(self.appointment.session)
        return super().get(request, *args, **kwargs)

    def get_initial(self):
        planned = self.appointment
        return self.known_from(planned) if planned else super().get_initial()

    def known_from(self, planned):
        local = timezone.localtime(planned.starts_at)
        about = planned.about
        return {
            "on": local.date(),
            "starts_at": local.time(),
            "how": planned.kind,
            "interpreter": planned.interpreter,
            "touched": [str(about.pk)] if about and about.is_active else [],
            "length" if planned.minutes in LENGTHS else "other_length": planned.minutes,
        }

    def new_record(self):
        record = super().new_record()
        record.appointment_id = self.appointment and self.appointment.pk
        return record

    def form_valid(self, form):
        self.check_not_logged()
        return super().form_valid(form)

    def check_not_logged(self):
        """Another page logged it first; the same page sent twice is no conflict."""
        planned = self.appointment
        if planned and planned.is_logged and not self.find_earlier():
            raise ConflictError(
                _("This appointment was logged already. Yours is not saved."),
                theirs=[Side("", planned.session.what_happened)],
                yours=texts_sent(self.request),
                back_url=planned.session.get_absolute_url(),
            )

    def get_context_data(self, **kwargs):
        return super().get_context_data(appointment=self.appointment, **kwargs)
