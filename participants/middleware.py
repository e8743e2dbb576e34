"""A form whose page never received it: its text is kept, or shown once more."""

from django.conf import settings
from django.http import Http404
from django.shortcuts import resolve_url
from django.template.response import SimpleTemplateResponse, TemplateResponse

from participants.draft_ticket import NotKeptError, Ticket
from participants.views.drafts import write_draft


class KeepTypedMiddleware:
    """Without script too, what was typed outlives the end of log-in.

    The form carries a ticket of its page, which opens the author's own draft and
    nothing else. It is used when the answer is the log-in page, a refusal or a fault;
    a page about what went wrong then says that the text is kept. What no draft may
    keep stands on that page, for the browser that sent it to copy.
    """

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        response = self.get_response(request)
        if request.method != "POST":
            return response
        if was_turned_away(response) and keep(request):
            return tell(response, is_kept=True)
        return show_again(request, response)


def was_turned_away(response):
    status = response.status_code
    return goes_to_log_in(response) or status == 403 or status >= 500


def goes_to_log_in(response):
    login = resolve_url(settings.LOGIN_URL)
    return response.status_code == 302 and response.url.startswith(login)


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


def tell(response, **facts):
    """Draw the page anew with these; one that is no page of ours stays."""
    if isinstance(response, SimpleTemplateResponse):
        response.context_data = {**(response.context_data or {}), **facts}
        response.content = response.rendered_content
    return response


def show_again(request, response):
    """The answer, with the texts that it did not take; absent looks as forbidden."""
    is_refused = was_turned_away(response) or response.status_code == 404
    ticket = Ticket.read(request.POST.get("draft", "")) if is_refused else None
    is_theirs = ticket is None or is_own(ticket, request.user)
    texts = typed(request) if is_refused and is_theirs else []
    if not texts:
        return response
    if goes_to_log_in(response):
        facts = {"typed": texts, "log_in": response.url}
        return TemplateResponse(request, "401.html", facts, status=401).render()
    return tell(response, typed=texts)


def typed(request):
    """What has words in it, and is no password."""
    fields = [texts for name, texts in request.POST.lists() if "password" not in name]
    return [text for texts in fields for text in texts if len(text.split()) > 1]
