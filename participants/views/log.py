"""A page that logs one thing once, and keeps what was typed as a draft."""

import uuid

from django.contrib import messages
from django.db import IntegrityError
from django.http import Http404
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.datastructures import MultiValueDict
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.views.generic import FormView

from counsellors.models.access_event import Action
from participants import permissions
from participants.day_words import day_text
from participants.models import Bottleneck, Draft, Trajectory
from participants.views.dossier import DossierMixin

NOT_TYPED = {"csrfmiddlewaretoken", "keep", "draft"}


def as_key(text):
    """The key that `text` writes, else None."""
    try:
        return uuid.UUID(text or "")
    except ValueError:
        return None


class LogPage(DossierMixin, FormView):
    """Logs one thing in a dossier.

    A second sending of the same page finds what the first one logged and goes where
    the first one went. Requests for one dossier wait for each other, so a double
    click makes one record.
    """

    rule = permissions.can_log
    writes = True
    change_action = Action.CREATE
    field_groups = ("titles", "notes", "safety")
    model = None
    draft_kind = None
    locked = None

    def post(self, request, *args, **kwargs):
        rows = Trajectory.objects.select_for_update()
        self.locked = rows.get(pk=self.trajectory.pk)
        if "keep" in request.POST:
            return self.keep_draft()
        return super().post(request, *args, **kwargs)

    def find_earlier(self):
        """What this very page logged before; 404 if that was in another dossier."""
        rows = self.model.objects.filter(author=self.request.user)
        earlier = rows.filter(submission_id=self.submission_id).first()
        if earlier and earlier.trajectory_id != self.trajectory.pk:
            raise Http404
        return earlier

    @cached_property
    def draft(self):
        """The draft that the address names; 404 unless it is the author's own here."""
        if not (named := self.request.GET.get("draft")):
            return None
        if draft := self.own_drafts(named).first():
            return draft
        raise Http404

    def own_drafts(self, named):
        drafts = Draft.objects.visible_to(self.request.user)
        return drafts.filter(
            pk=as_key(named), participant=self.participant, form=self.draft_kind
        )

    @cached_property
    def typed(self):
        """What was typed before: in this request, or in the draft."""
        if self.request.method == "POST":
            return self.request.POST
        return MultiValueDict(self.draft.content if self.draft else {})

    @cached_property
    def submission_id(self):
        return as_key(self.typed.get("submission")) or uuid.uuid4()

    @cached_property
    def bottlenecks(self):
        rows = Bottleneck.objects.visible_to(self.request.user)
        return list(rows.filter(trajectory=self.trajectory).in_order())

    @cached_property
    def asked_bottleneck(self):
        """The open bottleneck that the address names, if it does."""
        key = as_key(self.request.GET.get("bottleneck"))
        return next((row for row in self.bottlenecks if row.pk == key), None)

    @cached_property
    def present_safe_contact(self):
        return super().safe_contact()

    def safe_contact(self):
        return self.present_safe_contact

    def new_record(self):
        record = self.model(author=self.request.user, submission_id=self.submission_id)
        record.trajectory = self.trajectory
        return record

    def get_initial(self):
        asked = self.asked_bottleneck
        return {"touched": [str(asked.pk)]} if asked else {}

    def get_form(self, form_class=None):
        form = super().get_form(form_class)
        return (
            form.hold_errors() if self.request.method == "GET" and self.draft else form
        )

    def get_form_kwargs(self):
        kwargs = super().get_form_kwargs()
        if self.request.method == "GET" and self.draft:
            kwargs["data"] = self.typed
        return kwargs | {
            "instance": self.new_record(),
            "participant": self.participant,
            "bottlenecks": self.bottlenecks,
        }

    def form_invalid(self, form):
        """What was logged may be why it cannot be logged again."""
        if earlier := self.find_earlier():
            return self.answer_again(earlier)
        return super().form_invalid(form)

    def answer_again(self, earlier):
        self.change_action = Action.OPEN
        return redirect(self.destination(earlier))

    def form_valid(self, form):
        try:
            logged = form.save()
        except IntegrityError:
            if earlier := self.find_earlier():
                return self.answer_again(earlier)
            raise
        if named := self.typed.get("draft"):
            self.own_drafts(named).delete()
        messages.success(self.request, self.told(logged))
        return redirect(self.destination(logged))

    def keep_draft(self):
        typed = self.request.POST
        draft = self.own_drafts(typed.get("draft")).first() or Draft(
            author=self.request.user,
            participant=self.participant,
            form=self.draft_kind,
        )
        draft.content = {
            name: values for name, values in typed.lists() if name not in NOT_TYPED
        }
        draft.saved_at = self.request.moment
        draft.save()
        self.change_action = Action.CHANGE
        told = _("Kept as a draft until %(day)s. Only you see it.")
        messages.success(self.request, told % {"day": day_text(draft.kept_until)})
        return redirect("participants:drafts")

    def get_context_data(self, **kwargs):
        return super().get_context_data(
            submission_id=self.submission_id,
            draft=self.draft,
            draft_key=self.typed.get("draft") or (self.draft and self.draft.pk) or "",
            back_url=self.back_url(),
            **kwargs,
        )

    def back_url(self):
        return self.participant.get_absolute_url()

    def page(self, name):
        """The address of a page of this dossier."""
        return reverse(f"participants:{name}", args=[self.participant.code])
