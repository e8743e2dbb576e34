"""A counsellor leaves: her cases go to colleagues, all at once."""

from django.contrib import messages
from django.http import Http404, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.views.generic import FormView

from counsellors.models import User
from counsellors.views.second_factor import FreshFactorMixin
from exitprog.access import RuleMixin
from participants import ownership, permissions
from participants.forms.ownership import LeavingForm, colleagues
from participants.models import CaseFact, KnownCase
from participants.ownership import OwnershipError
from participants.views.ownership import log_counted, log_grant, tell_closed


class Leaving(RuleMixin, FreshFactorMixin, FormView):
    """By case code; nothing is given until every case has someone."""

    rule = permissions.leads
    form_class = LeavingForm
    template_name = "participants/ownership/leaving.html"

    @cached_property
    def membership(self):
        """The team lead's own membership of the programme in the address."""
        led = permissions.led_programmes(self.request.user)
        for membership in self.request.user.memberships_now:
            is_led = membership.programme_id in led
            if is_led and membership.programme.slug == self.kwargs["slug"]:
                return membership
        raise Http404

    @cached_property
    def leaver(self):
        people = User.objects.visible_to(self.request.user)
        mine = people.filter(memberships__programme=self.membership.programme_id)
        return get_object_or_404(mine.distinct(), pk=self.kwargs["pk"])

    @cached_property
    def cases(self):
        cases = CaseFact.objects.visible_to(self.request.user).running()
        cases = cases.filter(programme=self.membership.programme_id)
        return list(cases.filter(counsellor=self.leaver).order_by("code"))

    @cached_property
    def people(self):
        return colleagues(self.membership, without=self.leaver)

    def get_form_kwargs(self):
        return super().get_form_kwargs() | {"cases": self.cases, "people": self.people}

    def get_context_data(self, **kwargs):
        codes = [case.code for case in self.cases]
        log_counted(self.request, self.membership.programme_id, codes)
        return super().get_context_data(
            leaver=self.leaver,
            programme=self.membership.programme,
            has_colleagues=self.people.exists(),
            **kwargs,
        )

    def form_valid(self, form):
        known = KnownCase.objects.visible_to(self.request.user)
        cases = list(known.filter(pk__in=[case.pk for case in self.cases]))
        plan = form.plan()
        try:
            ownership.leave(self.leaver, plan, cases, self.request.user)
        except OwnershipError as error:
            form.add_error(None, str(error))
            return self.form_invalid(form)
        for case in cases:
            log_grant(self.request, case, plan[case.pk])
            tell_closed(self.request, plan[case.pk], case)
        messages.success(
            self.request,
            _("%(name)s guides nobody here now. An admin can end the account.")
            % {"name": self.leaver},
        )
        page = "participants:programme-caseload"
        return HttpResponseRedirect(reverse(page, args=[self.kwargs["slug"]]))
