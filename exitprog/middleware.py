"""What surrounds every request: one moment, one transaction, the same headers."""

import uuid

from django.shortcuts import render
from django.utils import timezone
from django.utils.cache import patch_cache_control

from exitprog import moment
from exitprog.database import acting_as, tell

PERMISSIONS_POLICY = "camera=(), geolocation=(), microphone=(), payment=(), usb=()"


class RequestMomentMiddleware:
    """Takes the moment once and gives the request an id for the access log."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        request.id = uuid.uuid4()
        with moment.frozen(timezone.now()) as request.moment:
            return self.get_response(request)


class HeadersMiddleware:
    """Pages are kept nowhere: no cache, no sharing with other origins."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        response = self.get_response(request)
        patch_cache_control(response, no_store=True, private=True)
        response["Permissions-Policy"] = PERMISSIONS_POLICY
        response["Cross-Origin-Resource-Policy"] = "same-origin"
        return response


class TransactionMiddleware:
    """One transaction around the request, under the web role, for nobody as yet.

    The view's own block (ATOMIC_REQUESTS) is a savepoint inside it: a crash rolls the
    view back, while the line that tells of it, written outside that block, stays.
    """

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        with acting_as(None):
            return self.get_response(request)


class ActingMiddleware:
    """Tells the database who asks, and when."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        tell(request.user)
        return self.get_response(request)


class WrongMethodMiddleware:
    """Gives the answer 405, which Django leaves empty, a page of its own."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        response = self.get_response(request)
        if response.status_code != 405 or response.content:
            return response
        page = render(request, "405.html", status=405)
        page["Allow"] = response["Allow"]
        return page
