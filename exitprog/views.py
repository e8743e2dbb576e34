"""Pages that belong to no app: is it alive, and what went wrong."""

from datetime import timedelta

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.db import connection
from django.http import Http404, HttpResponse
from django.template.response import SimpleTemplateResponse, TemplateResponse
from django.views.decorators.http import require_safe

from exitprog import moment

CONTACT_HOLDS = timedelta(days=90)


@login_not_required
@require_safe
def healthz(request):
    """Answers `ok` when the database does."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")
    return HttpResponse("ok", content_type="text/plain")


@login_not_required
@require_safe
def security_txt(request):
    """Whom to tell of a hole, where the organisation said so (RFC 9116)."""
    if not settings.SECURITY_CONTACT:
        raise Http404
    expires = moment.now().replace(microsecond=0) + CONTACT_HOLDS
    lines = [
        f"Contact: {settings.SECURITY_CONTACT}",
        f"Expires: {expires.isoformat()}",
        "Preferred-Languages: nl, en",
    ]
    return HttpResponse("\n".join([*lines, ""]), content_type="text/plain")


def csrf_failure(request, reason=""):
    return TemplateResponse(request, "403_csrf.html", status=403)


def bad_request(request, exception):
    return _without_database("400.html", 400)


def permission_denied(request, exception):
    return TemplateResponse(request, "403.html", status=403)


def page_not_found(request, exception):
    return TemplateResponse(request, "404.html", status=404)


def server_error(request):
    return _without_database("500.html", 500)


def _without_database(template, status):
    """A page that asks nothing: neither who the user is, nor the database."""
    context = {"product_name": settings.PRODUCT_NAME}
    return SimpleTemplateResponse(template, context, status=status)
