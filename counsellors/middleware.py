"""The session's clocks, the user's language, and the line of what is not shown."""

import logging
import math

from django.contrib.auth import logout
from django.db import DatabaseError, transaction
from django.shortcuts import redirect, render
from django.utils import translation

from counsellors.access_log import write_export, write_refusal, write_slowed
from counsellors.pace import TooFastError, may_go_on_at
from counsellors.second_factor import factors_of, is_fresh, is_shown
from counsellors.session_life import SessionLife
from counsellors.views.second_factor import ask_again
from counsellors.views.session import locked_page

LANGUAGE_COOKIE = "language"
# What leaves Koers as a file, by its kind; an admin's page, made by a library.
EXPORTS = {"admin:agencies_agency_export": "agency"}
logger = logging.getLogger(__name__)


class LanguageMiddleware:
    """Speaks the user's language; before log-in the one that the browser remembers."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        with translation.override(self.language(request)):
            request.LANGUAGE_CODE = translation.get_language()
            response = self.get_response(request)
        response["Content-Language"] = request.LANGUAGE_CODE
        return response

    def language(self, request):
        if request.user.is_authenticated:
            return request.user.language
        chosen = request.COOKIES.get(LANGUAGE_COOKIE)
        return chosen if chosen in {"nl", "en"} else "nl"


class SessionLifeMiddleware:
    """Ends the session in time, locks it before that, and notes that it is used.

    What asks for no log-in neither prolongs it nor is locked; so a page that saves by
    itself in the background keeps nobody inside.
    """

    OPEN_WHEN_LOCKED = {"account_logout", "counsellors:unlock"}

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        return self.get_response(request)

    def process_view(self, request, view, args, kwargs):
        if not request.user.is_authenticated:
            return None
        life = SessionLife(request.session)
        if life.has_ended:
            logout(request)
        elif self.guards(request, view):
            if life.is_locked:
                return locked_page(request)
            life.use()
        return None

    def guards(self, request, view):
        asks_log_in = getattr(view, "login_required", True)
        return asks_log_in and (
            request.resolver_match.view_name not in self.OPEN_WHEN_LOCKED
        )


class SecondFactorMiddleware:
    """Opens nothing that asks for log-in before a second factor was shown."""

    # Leaving, the lock, and showing or adding the factor itself.
    OPEN_WITHOUT = SessionLifeMiddleware.OPEN_WHEN_LOCKED | {
        "counsellors:stay",
        "mfa_index",
        "mfa_activate_totp",
        "mfa_add_webauthn",
        "mfa_reauthenticate",
    }

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        return self.get_response(request)

    def process_view(self, request, view, args, kwargs):
        asks_log_in = getattr(view, "login_required", True)
        is_inside = request.user.is_authenticated
        if not (asks_log_in and is_inside):
            return None
        if is_shown(request):
            return self.before_export(request)
        if request.resolver_match.view_name in self.OPEN_WITHOUT:
            return None
        if factors_of(request.user).exists():
            return ask_again(request)
        return redirect("mfa_index")

    def before_export(self, request):
        is_export = request.resolver_match.view_name in EXPORTS
        if is_export and request.user.is_staff and not is_fresh(request):
            return ask_again(request)
        return None


class ExportMiddleware:
    """Writes one line for each file that leaves; without it, none does."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        response = self.get_response(request)
        page = request.resolver_match
        kind = EXPORTS.get(page.view_name) if page else None
        if kind and "Content-Disposition" in response:
            write_export(request, kind)
        return response


class RefusalMiddleware:
    """Writes one line when a page of ours answers 403, 404 or 429 to who is inside.

    The view's own block is rolled back by then, and its answer stands. An address
    without a page leaves none, nor does the lock or a second step that is asked anew.
    """

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        response = self.get_response(request)
        if refuses(response) and is_page_for_someone(request):
            note_refusal(request)
        return response

    def process_exception(self, request, exception):
        if isinstance(exception, TooFastError):
            return slow_down(request, exception.line)
        return None


def refuses(response):
    only_asks = getattr(response, "only_asks", False)
    return response.status_code in {403, 404} and not only_asks


def is_page_for_someone(request):
    """The admin site catches every address below it by a route without a name."""
    page = request.resolver_match
    return bool(page and page.url_name) and request.user.is_authenticated


def note_refusal(request):
    """It shows nothing to anyone; so what keeps the line away leaves the answer."""
    try:
        with transaction.atomic():
            write_refusal(request)
    except DatabaseError:
        logger.exception("a refusal left no line in the access log")


def slow_down(request, line):
    """Nothing was shown; the page says when one may go on."""
    write_slowed(line)
    again_at = may_go_on_at(line)
    response = render(request, "429.html", {"again_at": again_at}, status=429)
    seconds = (again_at - request.moment).total_seconds()
    response["Retry-After"] = str(math.ceil(seconds))
    return response
