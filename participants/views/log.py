"""A page that logs one thing once."""

import uuid

from django.contrib import messages
from django.db import IntegrityError
from django.http import Http404
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.functional import cached_property

from counsellors.models.access_event import Action
from counsellors.once import changed_since
from exitprog.fields import SealedTextField
from exitprog.keys import as_key
from participants import permissions
from participants.models import Bottleneck
from participants.views.dossier import DossierMixin
from participants.views.draft_form import LongForm


class LogPage(DossierMixin, LongForm):
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

    @property
    def frame(self):
        """Whoever writes holds the trajectory from the first look at it."""
        return (*super().frame, "held") if self.is_sent else super().frame

    @property
    def is_sent(self):
        return self.request.method == "POST"

    def find_earlier(self):
        """What this very page logged before; 404 if that was in another dossier."""
        rows = self.model.objects.filter(author=self.request.user)
        earlier = rows.filter(submission_id=self.submission_id).first()
        if earlier and earlier.trajectory_id != self.trajectory.pk:
            raise Http404
        return earlier

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

    def get_form_kwargs(self):
        return super().get_form_kwargs() | {
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
        if self.was_changed_since(earlier):
            raise changed_since(self.request, self.destination(earlier))
        self.change_action = Action.OPEN
        return redirect(self.destination(earlier))

    def was_changed_since(self, earlier):
        """Whether a text was typed on the way back that was not logged."""
        fields = [f for f in self.model._meta.fields if isinstance(f, SealedTextField)]
        return any(
            self.typed.get(field.name, "").split()
            != getattr(earlier, field.name).split()
            for field in fields
            if field.name in self.typed
        )

    def form_valid(self, form):
        try:
            logged = form.save()
        except IntegrityError:
            if earlier := self.find_earlier():
                return self.answer_again(earlier)
            raise
        messages.success(self.request, self.told(logged))
        return redirect(self.destination(logged))

    def get_context_data(self, **kwargs):
        return super().get_context_data(
            submission_id=self.submission_id,
            back_url=self.back_url(),
            **kwargs,
        )

    def back_url(self):
        return self.participant.get_absolute_url()

    def page(self, name):
        """The address of a page of this dossier."""
        return reverse(f"participants:{name}", args=[self.participant.code])
