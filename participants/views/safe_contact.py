"""How she may be reached, and the guard before her number."""

import re

from django.contrib import messages
from django.http import HttpResponseRedirect
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.views.generic import TemplateView, View

from counsellors.models.access_event import Action
from exitprog import moment
from exitprog.conflict import ConflictError, Side, texts_sent
from participants import permissions
from participants.forms.safe_contact import SafeContactForm
from participants.models import SafeContact
from participants.models.draft import DraftForm
from participants.models.safe_contact import Level
from participants.safety_rules import clock, hours_rule, safety_rules
from participants.views.dossier import DossierMixin
from participants.views.draft_form import LongNewForm

SHOWN = 20


class SafeContactMixin(DossierMixin):
    field_groups = ("contact", "safety")
    tab = "contact"

    @cached_property
    def history(self):
        """The newest rows first; the first of them counts."""
        rows = SafeContact.objects.visible_to(self.request.user)
        rows = rows.filter(participant=self.participant).newest_first()
        return list(rows.select_related("recorded_by")[:SHOWN])

    @property
    def newest(self):
        return self.history[0] if self.history else None

    def safe_contact(self):
        return self.newest or SafeContact(participant=self.participant)

    def get_success_url(self):
        return reverse("participants:safe-contact", args=[self.participant.code])

    def check_seen(self, seen):
        """Nobody confirms or replaces a row that the page did not show."""
        row = self.newest
        if row is None or str(row.pk) == str(seen):
            return
        facts = {
            "who": row.recorded_by.name,
            "time": date_format(timezone.localtime(row.recorded_at), "H:i"),
        }
        raise ConflictError(
            _("%(who)s wrote down another safe contact at %(time)s.") % facts,
            theirs=[Side("", rule.text) for rule in safety_rules(row)],
            yours=texts_sent(self.request),
            back_url=self.get_success_url(),
        )


class SafeContactPage(SafeContactMixin, LongNewForm):
    """The form, filled with what counts now, and all that counted before."""

    rule = permissions.can_read
    write_rule = permissions.can_log
    draft_kind = DraftForm.SAFE_CONTACT
    form_class = SafeContactForm
    template_name = "participants/safe_contact/safe_contact.html"

    def get_form_kwargs(self):
        instance = SafeContact(
            participant=self.participant, recorded_by=self.request.user
        )
        kwargs = super().get_form_kwargs()
        kwargs.pop("initial")
        return kwargs | {"newest": self.newest, "instance": instance}

    def get_context_data(self, **kwargs):
        return super().get_context_data(
            history=[(row, safety_rules(row)[0].text) for row in self.history],
            newest=self.newest,
            can_confirm=self.newest and self.newest.level != Level.NOT_ASKED,
            **kwargs,
        )

    def form_valid(self, form):
        self.check_seen(form.cleaned_data["seen"])
        form.save()
        is_asked = form.cleaned_data["level"] != Level.NOT_ASKED
        told = _("Safe contact saved.") if is_asked else _("Noted: not asked yet.")
        messages.success(self.request, told)
        return super().form_valid(form)


class StillRight(SafeContactMixin, View):
    """Discussed again today, and nothing changed: a new row with the same content."""

    rule = permissions.can_log
    writes = True

    def post(self, request, code):
        self.check_seen(request.POST.get("seen"))
        if self.newest is None or self.newest.level == Level.NOT_ASKED:
            raise ConflictError(
                _("Safe contact was not asked yet. Fill in the form."),
                back_url=self.get_success_url(),
            )
        self.newest.repeat(request.user, moment.today())
        messages.success(request, _("Noted: discussed today, still right."))
        return HttpResponseRedirect(self.get_success_url())


class Number(SafeContactMixin, TemplateView):
    """Her number, after the rules were read; outside safe hours it is asked twice."""

    rule = permissions.can_read
    field_groups = ("contact",)
    http_method_names = ["post"]
    template_name = "participants/safe_contact/number.html"

    @property
    def answer_action(self):
        return Action.REVEAL if self.request.method == "POST" else Action.OPEN

    def post(self, request, *args, **kwargs):
        return self.render_to_response(self.get_context_data(**kwargs))

    def get_context_data(self, **kwargs):
        contact = self.safe_contact()
        number = contact.phone if self.may_see(contact) else ""
        return super().get_context_data(
            may_call=contact.may_call,
            has_number=bool(contact.phone),
            is_safe_now=contact.is_safe_at(moment.now()),
            hours=hours_rule(contact),
            now=timezone.localtime(moment.now()),
            time=clock(timezone.localtime(moment.now()).strftime("%H:%M")),
            number=number,
            dialled=re.sub(r"[^+0-9]", "", number),
            **kwargs,
        )

    def may_see(self, contact):
        insists = self.request.POST.get("anyway") == "yes"
        return contact.may_call and (insists or contact.is_safe_at(moment.now()))
