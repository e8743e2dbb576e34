"""Sessions: logging one, reading it, mending it that day, adding to it later."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.shortcuts import get_object_or_404, redirect
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.views.generic import TemplateView

from agencies.models import SessionPhrase
from counsellors.models.access_event import Action
from exitprog.conflict import ConflictError, texts_sent
from participants import permissions
from participants.forms.note import AddendumForm, NoteEditForm
from participants.forms.session import SessionForm
from participants.models import Addendum, Session, SessionTouch, Trajectory
from participants.models.draft import DraftForm
from participants.models.held_order import HeldOrder
from participants.models.session import StillRight
from participants.views.dossier import DossierMixin
from participants.views.draft_form import LongNewForm
from participants.views.from_appointment import FromAppointmentMixin
from participants.views.log import LogPage
from participants.views.stale import SavesLongFormOver

PHRASES = 6


class SessionNew(FromAppointmentMixin, LogPage):
    """Logs a session; what was solved or no longer safe decides where to go next."""

    model = Session
    draft_kind = DraftForm.SESSION
    form_class = SessionForm
    template_name = "participants/session/new.html"

    def get_form_kwargs(self):
        return super().get_form_kwargs() | {
            "safe_contact": self.safe_contact(),
            "order": self.held_order(),
        }

    def held_order(self):
        """The order as it was read after locking; a page that only shows has none."""
        if not self.is_sent:
            return None
        pairs = [(row.pk, row.lane) for row in self.bottlenecks]
        return HeldOrder(self.trajectory, self.request.user, pairs)

    def get_context_data(self, **kwargs):
        phrases = SessionPhrase.objects.filter(retired_on=None)[:PHRASES]
        return super().get_context_data(phrases=phrases, **kwargs)

    def told(self, session):
        if session.was_held:
            return _("The session is saved.")
        return _("Saved: the session did not take place.")

    def destination(self, session):
        if session.safe_contact_right == StillRight.CHANGED:
            return self.page("safe-contact")
        if self.request.POST.get("then") == "list":
            return "participants:list"
        if session.has_solved:
            return self.page("priorities")
        return self.participant.get_absolute_url()


class SessionMixin(DossierMixin):
    """A page about one session of this participant."""

    field_groups = ("notes", "words", "titles")
    tab = "timeline"

    @cached_property
    def session(self):
        rows = Session.objects.visible_to(self.request.user).select_related("author")
        rows = rows.filter(trajectory__participant=self.participant)
        return get_object_or_404(rows, pk=self.kwargs["pk"])

    @property
    def is_mine(self):
        return self.session.author_id == self.request.user.pk

    @property
    def session_url(self):
        return self.session.get_absolute_url()

    def get_context_data(self, **kwargs):
        return super().get_context_data(
            session=self.session, back_url=self.session_url, **kwargs
        )

    def touches(self):
        rows = SessionTouch.objects.visible_to(self.request.user)
        rows = rows.filter(session=self.session).select_related("bottleneck")
        return list(rows.order_by("bottleneck__position", "pk"))

    def addenda(self):
        rows = Addendum.objects.visible_to(self.request.user)
        return list(rows.filter(session=self.session).select_related("author"))


class SessionDetail(SessionMixin, TemplateView):
    """The note as it stands, with what was added."""

    rule = permissions.can_read
    template_name = "participants/session/detail.html"

    def get_context_data(self, **kwargs):
        return super().get_context_data(
            touches=self.touches(),
            addenda=self.addenda(),
            words_language=self.session.words_language or "nl",
            can_edit=self.is_mine and self.session.is_editable,
            **kwargs,
        )


class SessionEdit(SessionMixin, SavesLongFormOver):
    """Mends a note, by its author within 24 hours; author and moment stay."""

    rule = permissions.can_log
    writes = True
    draft_kind = DraftForm.SESSION_EDIT
    form_class = NoteEditForm
    template_name = "participants/session/edit.html"

    def check_editable(self):
        if not self.is_mine:
            raise PermissionDenied
        if not self.session.is_editable:
            raise ConflictError(
                _("This note is older than 24 hours. You can only add to it."),
                yours=texts_sent(self.request),
                back_url=self.session_url,
            )

    def get_form_kwargs(self):
        self.check_editable()
        return super().get_form_kwargs() | {
            "instance": self.session,
            "participant": self.participant,
            "has_touches": bool(self.touches()),
        }

    def carry_out(self, form, version):
        form.save()
        messages.success(self.request, _("The note is changed."))
        return redirect(self.session_url)

    def back_when_stale(self):
        return self.session_url


class AddendumNew(SessionMixin, LongNewForm):
    """Adds to a note, whoever wrote it; the same text twice is one addition."""

    rule = permissions.can_log
    writes = True
    change_action = Action.CREATE
    draft_kind = DraftForm.ADDENDUM
    form_class = AddendumForm
    template_name = "participants/session/addendum.html"

    def form_valid(self, form):
        Trajectory.objects.select_for_update().get(pk=self.trajectory.pk)
        added = form.save(commit=False)
        added.session, added.author = self.session, self.request.user
        if self.is_there(added):
            self.change_action = Action.OPEN
        else:
            added.save(force_insert=True)
        messages.success(self.request, _("Added to the note."))
        return redirect(self.session_url)

    def is_there(self, added):
        return any(
            (row.author_id, row.text) == (added.author_id, added.text)
            for row in self.addenda()
        )
