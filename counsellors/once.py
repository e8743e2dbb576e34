"""A form that makes a record makes one, however often its page is sent.

A double click, a retry after a lost answer and the way back all send the key that the
page carried. The first sending is written down with where it went, in the same
transaction as what it made; a later one makes nothing and goes there too. Of those
that come at once, one is first: the others wait for it at the constraint.
"""

import uuid

from django.contrib import messages
from django.db import IntegrityError, transaction
from django.http import Http404
from django.shortcuts import redirect, resolve_url
from django.utils.crypto import salted_hmac
from django.utils.functional import cached_property
from django.utils.translation import gettext as _

from counsellors.models import Submission
from counsellors.models.access_event import Action
from exitprog.conflict import ConflictError, texts_sent
from exitprog.keys import as_key

NOT_TYPED = {"csrfmiddlewaretoken", "draft", "submission"}
STOPPED = (ConflictError, IntegrityError, Http404)


class OnceMixin:
    """Stands just before the generic view; its template includes `once.html`."""

    def dispatch(self, request, *args, **kwargs):
        if request.method != "POST" or self.sent_key is None:
            return super().dispatch(request, *args, **kwargs)
        try:
            response = self.dispatch_once(request, *args, **kwargs)
        except STOPPED:
            if answer := self.answer_again():
                return answer
            raise
        made = response.status_code == 302
        return response if made else self.answer_again() or response

    @transaction.atomic
    def dispatch_once(self, request, *args, **kwargs):
        response = super().dispatch(request, *args, **kwargs)
        if response.status_code == 302:
            Submission.objects.create(
                user=request.user,
                key=self.sent_key,
                page=request.path,
                content=self.typed_hash,
                destination=response.url,
            )
        return response

    def answer_again(self):
        """What the first sending was answered; None when this is the first."""
        rows = Submission.objects.visible_to(self.request.user)
        first = rows.filter(key=self.sent_key).first()
        if first is None:
            return None
        if first.page != self.request.path:
            raise Http404
        if first.content != self.typed_hash:
            raise changed_since(self.request, first.destination)
        self.change_action = Action.OPEN
        list(messages.get_messages(self.request))
        messages.success(self.request, _("This was saved. It is there once."))
        return redirect(first.destination)

    def typed_fields(self):
        sent = self.request.POST.lists()
        return sorted((name, values) for name, values in sent if name not in NOT_TYPED)

    @property
    def typed_hash(self):
        """A keyed hash: the row tells nobody what was typed."""
        typed = repr(self.typed_fields())
        return salted_hmac("counsellors.once", typed, algorithm="sha256").hexdigest()

    @cached_property
    def sent_key(self):
        return as_key(self.request.POST.get("submission"))

    @cached_property
    def page_key(self):
        return self.sent_key or uuid.uuid4()

    def get_context_data(self, **kwargs):
        return super().get_context_data(submission_id=self.page_key, **kwargs)


def changed_since(request, destination):
    """What was typed after the first sending is shown: it is saved nowhere."""
    return ConflictError(
        _("What you changed since is not saved."),
        heading=_("You saved this page before"),
        yours=texts_sent(request),
        back_url=resolve_url(destination),
    )
