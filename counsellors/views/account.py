"""One's own account: how the pages speak and look, and leaving them."""

from allauth.account.views import LoginView, LogoutView
from django.conf import settings
from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpResponseRedirect
from django.urls import reverse, reverse_lazy
from django.utils import translation
from django.utils.decorators import method_decorator
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.views.generic import FormView, UpdateView

from counsellors.forms.account import LanguageForm, PreferencesForm
from counsellors.middleware import LANGUAGE_COOKIE
from counsellors.views.session import forget
from exitprog.access import RuleMixin, anyone

ONE_YEAR = 365 * 24 * 3600


@login_not_required
def absent(request):
    raise Http404


class LogIn(LoginView):
    """By password, or by the provider where there is one."""

    def get_context_data(self, **kwargs):
        return super().get_context_data(provider=settings.OPEN_ID, **kwargs)


class LogOut(LogoutView):
    """Ends the session, and asks the browser to forget what it kept of us."""

    def post(self, *args, **kwargs):
        return forget(super().post(*args, **kwargs))


class Account(RuleMixin, UpdateView):
    rule = anyone
    form_class = PreferencesForm
    template_name = "counsellors/account.html"
    success_url = reverse_lazy("counsellors:account")

    def get_object(self, queryset=None):
        return self.request.user

    def form_valid(self, form):
        response = super().form_valid(form)
        with translation.override(self.object.language):
            messages.success(self.request, _("Saved."))
        remember_language(response, self.object.language)
        return response


@method_decorator(login_not_required, name="dispatch")
class Language(RuleMixin, FormView):
    """Chooses the language of the pages before log-in; the browser remembers it."""

    rule = anyone
    form_class = LanguageForm
    http_method_names = ["post"]

    def form_valid(self, form):
        response = HttpResponseRedirect(self.get_success_url())
        remember_language(response, form.cleaned_data["language"])
        return response

    def form_invalid(self, form):
        return HttpResponseRedirect(self.get_success_url())

    def get_success_url(self):
        asked = self.request.POST.get("next", "")
        host = self.request.get_host()
        if url_has_allowed_host_and_scheme(asked, {host}, self.request.is_secure()):
            return asked
        return reverse("account_login")


def remember_language(response, language):
    response.set_cookie(
        LANGUAGE_COOKIE,
        language,
        max_age=ONE_YEAR,
        secure=settings.SESSION_COOKIE_SECURE,
        httponly=True,
        samesite="Lax",
    )
