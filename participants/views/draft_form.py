"""A page with a long form: what is typed in it is kept as a draft of its author."""

import uuid

from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect
from django.utils.datastructures import MultiValueDict
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.views.generic import FormView

from counsellors.models.access_event import Action
from counsellors.once import OnceMixin
from exitprog.forms import hold_errors
from exitprog.keys import as_key
from participants.day_words import day_text
from participants.draft_ticket import NotKeptError, Ticket, new_ticket
from participants.models import Draft
from participants.querysets.draft import KEPT_FOR


class DraftMixin:
    """Stands just before the generic view, so that rights are asked first.

    A view names its `draft_kind`; its template includes `draft/_begun.html` before
    the form and `draft/_keep.html` among the buttons. Each opening of the page has a
    draft of its own, so two windows stay apart, and what saves the form uses it up.
    """

    draft_kind = None
    after_keeping = "participants:drafts"

    def dispatch(self, request, *args, **kwargs):
        if request.method != "POST":
            return super().dispatch(request, *args, **kwargs)
        if "keep" in request.POST:
            return self.keep_draft()
        response = super().dispatch(request, *args, **kwargs)
        if response.status_code == 302:
            self.ticket.use_up()
        return response

    def keep_draft(self):
        self.change_action = Action.CHANGE
        try:
            self.ticket.write(self.request.POST, self.request.user)
        except NotKeptError as error:
            raise Http404 from error
        told = _("Kept as a draft until %(day)s. Only you see it.")
        day = day_text((self.request.moment + KEPT_FOR).date())
        messages.success(self.request, told % {"day": day})
        return redirect(self.after_keeping)

    @cached_property
    def page_drafts(self):
        """The author's own drafts of this very page."""
        rows = Draft.objects.visible_to(self.request.user)
        target = self.kwargs.get("pk")
        return rows.of_page(self.participant, self.draft_kind, target)

    @cached_property
    def draft(self):
        """The draft that the address names; 404 unless it is the author's own here."""
        named = self.request.GET.get("draft")
        if self.request.method == "POST" or not named:
            return None
        if draft := self.page_drafts.filter(pk=as_key(named)).first():
            return draft
        raise Http404

    @cached_property
    def ticket(self):
        """The sent one, if it is of this page; else one for a draft of its own."""
        mine = new_ticket(
            self.request.user,
            self.participant,
            self.draft_kind,
            self.kwargs.get("pk"),
            self.draft and self.draft.pk,
        )
        sent = Ticket.read(self.request.POST.get("draft", ""))
        return sent if sent and sent.is_for(mine) else mine

    @cached_property
    def typed(self):
        """What was typed before: in this request, or in the draft."""
        if self.request.method == "POST":
            return self.request.POST
        return MultiValueDict(self.draft.content if self.draft else {})

    def get_form_kwargs(self):
        kwargs = super().get_form_kwargs()
        if self.draft:
            kwargs["data"] = self.typed
        return kwargs

    def get_form(self, form_class=None):
        form = super().get_form(form_class)
        return hold_errors(form) if self.draft else form

    def get_context_data(self, **kwargs):
        return super().get_context_data(
            draft=self.draft,
            begun=self.begun(),
            draft_ticket=self.ticket,
            draft_code=self.participant.code,
            **kwargs,
        )

    def begun(self):
        """The draft that was gone on with, else all that wait for this page."""
        if self.request.method == "POST":
            return []
        return [self.draft] if self.draft else list(self.page_drafts.defer("content"))


class LongForm(DraftMixin, FormView):
    """A form with room to write."""


class LongNewForm(DraftMixin, OnceMixin, FormView):
    """A form with room to write that makes a record; a draft keeps the page's key."""

    @cached_property
    def page_key(self):
        return as_key(self.typed.get("submission")) or uuid.uuid4()
