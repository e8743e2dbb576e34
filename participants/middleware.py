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
        if request.method != "POST" or not is_refused(response):
            return response
        ticket = Ticket.read(request.POST.get("draft", ""))
        if ticket and not is_own(ticket, request.user):
            return response
        if ticket and was_turned_away(response) and keep(request, ticket):
            return tell(response, is_kept=True)
        return show_again(request, response)


def is_refused(response):
    """Absent looks as forbidden, and is as final for a text."""
    return was_turned_away(response) or response.status_code == 404


def was_turned_away(response):
    status = response.status_code
    return goes_to_log_in(response) or status == 403 or status >= 500


def goes_to_log_in(response):
    login = resolve_url(settings.LOGIN_URL)
    return response.status_code == 302 and response.url.startswith(login)


def is_own(ticket, user):
    return not user.is_authenticated or user.pk == ticket.author


def keep(request, ticket):
    """Whether what was typed is in its author's draft now."""
    try:
        write_draft(request, ticket)
    except (NotKeptError, Http404):
        return False
    return True


def tell(response, **facts):
    """Draw the page anew with these; one that is no page of ours stays."""
    if isinstance(response, SimpleTemplateResponse):
        response.context_data = {**(response.context_data or {}), **facts}
        response.content = response.rendered_content
    return response


def show_again(request, response):
    """The answer, with the texts that it did not take."""
    texts = typed(request) if is_from_our_page(request) else []
    if not texts:
        return response
    if goes_to_log_in(response):
        facts = {"typed": texts, "log_in": response.url}
        return TemplateResponse(request, "401.html", facts, status=401).render()
    return tell(response, typed=texts)


def is_from_our_page(request):
    """Else another site would put its words on a page of ours."""
    return request.headers.get("Sec-Fetch-Site", "same-origin") == "same-origin"


def typed(request):
    """What has words in it, and is no password."""
    fields = [texts for name, texts in request.POST.lists() if "password" not in name]
    return [text for texts in fields for text in texts if len(text.split()) > 1]
