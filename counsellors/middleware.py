"""The user's language, and the line for what a page refuses."""

from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.utils import translation

from counsellors.access_log import write_refusal

LANGUAGE_COOKIE = "language"


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


class RefusalMiddleware:
    """Writes the access line of a dossier page that answers 403 or 404."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        return self.get_response(request)

    def process_exception(self, request, exception):
        refused = isinstance(exception, Http404 | PermissionDenied)
        if refused and hasattr(request, "case_asked_for"):
            write_refusal(request)
