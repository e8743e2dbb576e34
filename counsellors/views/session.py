"""The session itself: staying, opening a locked screen, ending all at once."""

from django.conf import settings
from django.contrib import messages
from django.contrib.auth import logout
from django.contrib.auth.decorators import login_not_required
from django.http import JsonResponse
from django.shortcuts import redirect, render
from django.utils.decorators import method_decorator
from django.utils.translation import gettext as _
from django.views.generic import FormView, View

from counsellors.access_log import only_asks
from counsellors.account_log import note
from counsellors.forms.unlock import UnlockForm
from counsellors.held_post import hold
from counsellors.models.access_event import Action
from counsellors.session_life import SessionLife
from counsellors.sessions import end_sessions
from counsellors.views.way_on import way_on
from exitprog.access import RuleMixin, anyone

CLEARED = '"cache", "storage"'


def forget(response):
    """Ask the browser to forget what it kept of us.

    Its cookies stay: the session's own is gone, the language is worth keeping, and
    "cookies" would also empty the other sites of the same organisation.
    """
    response["Clear-Site-Data"] = CLEARED
    return response


def locked_page(request):
    """The lock in place of what was asked; what was sent waits in it."""
    asked = request.get_full_path() if request.method in {"GET", "HEAD"} else ""
    first = {"who": request.user.pk, "next": asked, "held": hold(request)}
    form = UnlockForm(request=request, initial=first)
    page = render(request, "account/locked.html", {"form": form}, status=403)
    if "HX-Request" in request.headers:
        page["HX-Refresh"] = "true"
    return only_asks(page)


class Stay(RuleMixin, View):
    """Someone is there, says her page; the middleware has already noted it."""

    rule = anyone
    http_method_names = ["post"]

    def post(self, request):
        return JsonResponse(SessionLife(request.session).told)


@method_decorator(login_not_required, name="dispatch")
class Unlock(FormView):
    """Opens the locked screen for its own person; for anyone else it is gone."""

    form_class = UnlockForm
    template_name = "account/locked.html"

    def dispatch(self, request, *args, **kwargs):
        if not request.user.is_authenticated:
            return redirect(settings.LOGIN_URL)
        if request.POST.get("who", str(request.user.pk)) != str(request.user.pk):
            return redirect(settings.LOGIN_REDIRECT_URL)
        return super().dispatch(request, *args, **kwargs)

    def get_form_kwargs(self):
        return super().get_form_kwargs() | {"request": self.request}

    def get_initial(self):
        return {"who": self.request.user.pk}

    @property
    def is_asked_by_script(self):
        return "application/json" in self.request.headers.get("Accept", "")

    def form_invalid(self, form):
        if self.is_asked_by_script:
            errors = " ".join(form.errors["password"])
            return JsonResponse({"error": errors}, status=400)
        return super().form_invalid(form)

    def form_valid(self, form):
        life = SessionLife(self.request.session)
        life.use()
        if self.is_asked_by_script:
            return JsonResponse(life.told)
        asked, held = form.cleaned_data["next"], form.cleaned_data["held"]
        return way_on(self.request, asked, held)


class EndSessions(RuleMixin, View):
    """Logs out everywhere, here too."""

    rule = anyone
    http_method_names = ["post"]

    def post(self, request):
        note(request, Action.END_ALL)
        end_sessions(request.user)
        logout(request)
        messages.success(request, _("You are logged out on every device."))
        return forget(redirect("account_login"))
