"""A long form whose page never received it is kept as its author's draft."""

from django.conf import settings
from django.http import Http404
from django.shortcuts import resolve_url
from django.template.response import SimpleTemplateResponse

from participants.draft_ticket import NotKeptError, Ticket
from participants.views.drafts import write_draft


class KeepTypedMiddleware:
    """Without script too, what was typed outlives the end of log-in.

    The form carries a ticket of its page, which opens the author's own draft and
    nothing else. It is used when the answer is the log-in page, a refusal or a fault;
    a page about what went wrong then says that the text is kept.
    """

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        response = self.get_response(request)
        if request.method == "POST" and was_turned_away(response):
            is_kept = keep(request)
            tell(response, is_kept)
        return response


def was_turned_away(response):
    login = resolve_url(settings.LOGIN_URL)
    to_login = response.status_code == 302 and response.url.startswith(login)
    return to_login or response.status_code == 403 or response.status_code >= 500


def keep(request):
    """Whether what was typed is in its author's draft now."""
    ticket = Ticket.read(request.POST.get("draft", ""))
    if ticket is None or not is_own(ticket, request.user):
        return False
    try:
        write_draft(request, ticket)
    except (NotKeptError, Http404):
        return False
    return True


def is_own(ticket, user):
    return not user.is_authenticated or user.pk == ticket.author


def tell(response, is_kept):
    """Draw the page anew with `is_kept`; one that is no page of ours stays."""
    if is_kept and isinstance(response, SimpleTemplateResponse):
        response.context_data = {**(response.context_data or {}), "is_kept": True}
        response.content = response.rendered_content
