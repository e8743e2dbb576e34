"""The second step of logging in: adding what one has, and showing it again."""

import json

from allauth.mfa.base import views as base
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes import views as recovery_codes
from allauth.mfa.totp import views as totp
from allauth.mfa.utils import is_mfa_enabled
from allauth.mfa.webauthn import views as webauthn
from allauth.mfa.webauthn.internal.auth import begin_authentication
from django.http import Http404
from django.shortcuts import redirect, render
from django.urls import reverse_lazy
from django.utils.safestring import mark_safe
from django.views.generic import TemplateView, View

from counsellors.access_log import only_asks
from counsellors.account_log import note, note_shown_again, note_wrong
from counsellors.factor_adapter import FactorAdapter
from counsellors.forms.second_factor import CodeAgainForm, KeyAgainForm
from counsellors.held_post import hold
from counsellors.models.access_event import Action, Proof
from counsellors.second_factor import factors_of, is_fresh, note_shown
from counsellors.views.way_on import way_on
from exitprog.access import RuleMixin, anyone

KEY = Authenticator.Type.WEBAUTHN


def ask_again(request):
    """In place of what was asked: the second factor first. What was sent waits here."""
    asked = request.get_full_path() if request.method in {"GET", "HEAD"} else ""
    return only_asks(ask(request, asked=asked, held=hold(request), status=403))


def ask(request, *, asked="", held="", posted=None, status=200):
    forms = {kind: kind(user=request.user) for kind in [CodeAgainForm, KeyAgainForm]}
    if posted:
        forms[type(posted)] = posted
    asks = code_and_key(request.user, *forms.values())
    asks |= {"next": asked, "held": held}
    return render(request, "mfa/reauthenticate.html", asks, status=status)


class FreshFactorMixin:
    """Opens only to who showed a second factor in the last ten minutes.

    Stands behind the mixin that asks the right: a stranger learns nothing here.
    """

    def dispatch(self, request, *args, **kwargs):
        if self.needs_factor(request) and not is_fresh(request):
            return ask_again(request)
        return super().dispatch(request, *args, **kwargs)

    def needs_factor(self, request):
        return True


class OwnFactorMixin(FreshFactorMixin):
    """Who has no factor yet adds one; every later change needs a fresh one."""

    def needs_factor(self, request):
        return factors_of(request.user).exists()


def is_wrong(form):
    """It held a code or key that is not theirs; empty or too soon is no such try."""
    errors = form.errors.as_data().values()
    return any(error.code == "incorrect_code" for each in errors for error in each)


def shown(form):
    """The app, the key or the codes that a valid form was answered with."""
    return form.cleaned_data.get("credential") or form.authenticator


def proof_tried(form):
    return Proof.KEY if "credential" in form.fields else Proof.APP


def code_and_key(user, code_form, key_form):
    """What the template needs to ask for a code, and for a key if there is one."""
    asks = {"form": code_form, "key_form": None, "options": None}
    if is_mfa_enabled(user, [KEY]):
        options = json.dumps(begin_authentication(user))
        asks |= {"key_form": key_form, "options": options}
    return asks


class SecondStep(base.AuthenticateView):
    """The second step of logging in."""

    template_name = "mfa/authenticate.html"

    def form_valid(self, form):
        if shown(form).type == Authenticator.Type.RECOVERY_CODES:
            by = self.stage.login.user
            note(self.request, Action.USED_CODE, Proof.CODES, by)
        return super().form_valid(form)

    def form_invalid(self, form):
        if is_wrong(form):
            by = self.stage.login.user
            note_wrong(self.request, Action.STEP, proof_tried(form), by)
        return super().form_invalid(form)

    def get_context_data(self, **kwargs):
        asks = code_and_key(self.stage.login.user, self.auth_form, self.webauthn_form)
        return TemplateView.get_context_data(self, **kwargs) | asks


class StepUp(RuleMixin, View):
    """Asks for the second factor once more, and returns to where one was."""

    rule = anyone

    def dispatch(self, request, *args, **kwargs):
        if not factors_of(request.user).exists():
            return redirect("mfa_index")
        return super().dispatch(request, *args, **kwargs)

    def get(self, request):
        return ask(request)

    def post(self, request):
        with_key = "credential" in request.POST
        kind = KeyAgainForm if with_key else CodeAgainForm
        form = kind(user=request.user, data=request.POST)
        asked, held = request.POST.get("next", ""), request.POST.get("held", "")
        if not form.is_valid():
            if is_wrong(form):
                by = request.user
                note_wrong(request, Action.STEP_AGAIN, proof_tried(form), by)
            return ask(request, asked=asked, held=held, posted=form)
        form.save()
        note_shown_again(request, shown(form).type)
        return way_on(request, asked, held)


class Means(RuleMixin, base.IndexView):
    """What one has for the second step, and adding more."""

    rule = anyone
    template_name = "mfa/index.html"


class AddApp(OwnFactorMixin, totp.ActivateTOTPView):
    template_name = "mfa/totp/activate_form.html"

    def get_context_data(self, **kwargs):
        context = super().get_context_data(**kwargs)
        drawn = context["totp_svg"].partition("?>")[2]
        # Drawn by the library from figures of our own: nothing in it was typed.
        return context | {"drawn": mark_safe(drawn)}  # noqa: S308

    def form_valid(self, form):
        response = super().form_valid(form)
        note_shown(self.request, Authenticator.Type.TOTP)
        note(self.request, Action.ADD_STEP, Proof.APP)
        return response


class RemoveApp(FreshFactorMixin, totp.DeactivateTOTPView):
    template_name = "mfa/totp/deactivate_form.html"

    def form_valid(self, form):
        note(self.request, Action.END_STEP, Proof.APP)
        return super().form_valid(form)


class AddKey(OwnFactorMixin, webauthn.AddWebAuthnView):
    template_name = "mfa/webauthn/add_form.html"

    def get_context_data(self, **kwargs):
        context = super().get_context_data(**kwargs)
        return context | {"options": json.dumps(context["js_data"]["creation_options"])}

    def form_valid(self, form):
        response = super().form_valid(form)
        note_shown(self.request, KEY)
        note(self.request, Action.ADD_STEP, Proof.KEY)
        return response


class RemoveKey(FreshFactorMixin, webauthn.RemoveWebAuthnView):
    """Takes a key away; the last factor stays."""

    template_name = "mfa/webauthn/authenticator_confirm_delete.html"
    success_url = reverse_lazy("mfa_index")

    def get_object(self, queryset=None):
        key = super().get_object(queryset)
        if not FactorAdapter().can_delete_authenticator(key):
            raise Http404
        return key

    def form_valid(self, form):
        note(self.request, Action.END_STEP, Proof.KEY)
        return super().form_valid(form)


class Codes(FreshFactorMixin, recovery_codes.ViewRecoveryCodesView):
    template_name = "mfa/recovery_codes/index.html"


class NewCodes(FreshFactorMixin, recovery_codes.GenerateRecoveryCodesView):
    template_name = "mfa/recovery_codes/generate.html"

    def form_valid(self, form):
        note(self.request, Action.NEW_CODES, Proof.CODES)
        return super().form_valid(form)
