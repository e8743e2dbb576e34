"""Going to the organisation's provider to log in, and coming back from it."""

import logging

from allauth.account.internal.flows.login import record_authentication
from allauth.account.utils import perform_login
from allauth.decorators import rate_limit
from django.conf import settings
from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.http import Http404
from django.shortcuts import redirect, render
from django.utils.decorators import method_decorator
from django.utils.translation import gettext as _
from django.views.generic import View

from counsellors import open_id
from counsellors.account_log import note_wrong
from counsellors.models.access_event import Action, Proof
from counsellors.provider import KEY

logger = logging.getLogger(__name__)


@method_decorator(login_not_required, name="dispatch")
@method_decorator(rate_limit(action="login", limit_get=True), name="dispatch")
class ProviderView(View):
    """Without a provider in the environment there is nothing here."""

    def dispatch(self, request, *args, **kwargs):
        if settings.OPEN_ID is None:
            raise Http404
        if request.user.is_authenticated:
            return redirect(settings.LOGIN_REDIRECT_URL)
        return super().dispatch(request, *args, **kwargs)

    def back_to_log_in(self, told):
        messages.error(self.request, told)
        return redirect("account_login")

    def did_not_work(self, fault):
        """Its kind is logged, for who set the provider up; not what it says."""
        logger.warning("log-in by the provider failed: %s", type(fault).__qualname__)
        told = _("Logging in with %(name)s did not work. Try it again.")
        return self.back_to_log_in(told % {"name": settings.OPEN_ID.name})


class ProviderStart(ProviderView):
    """Leads there by a page of our own, not by a redirect of the form.

    A provider may pass its visitors on to hosts that we don't know, and our pages let
    a form lead to none but ourselves.
    """

    http_method_names = ["get", "post"]

    def get(self, request):
        """Its own page, asked anew: the log-in begins again."""
        return redirect("account_login")

    def post(self, request):
        try:
            address = open_id.begin(request)
        except open_id.FAILURES as fault:
            return self.did_not_work(fault)
        words = {"address": address, "provider": settings.OPEN_ID.name}
        return render(request, "account/provider.html", words)


class ProviderBack(ProviderView):
    """The provider leads here by a link, so this GET changes something: its state
    was made by our own form, in this browser, and counts once."""

    http_method_names = ["get"]

    def get(self, request, **kwargs):
        try:
            visitor = open_id.come_back(request)
        except open_id.FAILURES as fault:
            return self.did_not_work(fault)
        if not visitor.may_enter:
            note_wrong(request, Action.LOG_IN, Proof.PROVIDER, visitor.user)
            told = _(
                "You can’t log in here with this account of %(name)s. Ask your admin."
            )
            return self.back_to_log_in(told % {"name": settings.OPEN_ID.name})
        open_id.keep_for_link(request, visitor)
        record_authentication(request, visitor.user, "socialaccount", provider=KEY)
        return perform_login(request, visitor.user, redirect_url=visitor.next_url)
