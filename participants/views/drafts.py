"""Forms that were not finished: keeping what is typed, the list, throwing one away."""

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.http import Http404, JsonResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.dateformat import time_format
from django.utils.decorators import method_decorator
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt
from django.views.generic import TemplateView, View

from counsellors.access_log import write
from counsellors.models import User
from counsellors.models.access_event import Action
from exitprog import moment
from exitprog.access import RuleMixin, anyone
from exitprog.database import tell
from participants import permissions
from participants.draft_ticket import NotKeptError, Ticket
from participants.models import Draft


class DraftList(RuleMixin, TemplateView):
    """Own drafts, the newest first."""

    rule = permissions.has_caseload
    template_name = "participants/draft/list.html"

    def get_context_data(self, **kwargs):
        drafts = Draft.objects.visible_to(self.request.user)
        drafts = list(drafts.with_code().prefetch_related("participant"))
        self.log(drafts)
        return super().get_context_data(drafts=drafts, **kwargs)

    def log(self, drafts):
        write(
            self.request,
            Action.LIST,
            kind="draft",
            case_codes=sorted({draft.code for draft in drafts}),
            result_count=len(drafts),
            field_groups=["alias"] if drafts else [],
            has_relation=bool(drafts),
        )


class DraftRemove(RuleMixin, View):
    """Throws a draft away; it was nobody's history yet."""

    rule = anyone
    http_method_names = ["post"]

    def post(self, request, code, pk):
        drafts = Draft.objects.visible_to(request.user).with_code()
        draft = get_object_or_404(drafts, case_code=code, pk=pk)
        draft.delete()
        self.log(code, pk)
        messages.success(request, _("The draft is thrown away."))
        return redirect(
            draft.page if "begin" in request.POST else "participants:drafts"
        )

    def log(self, code, pk):
        write(self.request, Action.CHANGE, kind="draft", object_id=pk, case_code=code)


@method_decorator([csrf_exempt, login_not_required], name="dispatch")
class DraftWrite(View):
    """Where a page keeps what is being typed, every few seconds and on leaving.

    The page's ticket is the proof, not the session: who holds no ticket can't forge
    a request, and who has one only writes, so text that was typed after log-in ended
    still reaches its author's own draft. The answer holds nothing but the time; it is
    401 once log-in ended, 403 where someone else logged in and 409 where the dossier
    is no longer the author's. A call is no use of the session, and does not prolong it.
    One line in the access log says that a draft was begun; the saves after that show
    nobody anything and write no line.
    """

    http_method_names = ["post"]

    def post(self, request):
        ticket = Ticket.read(request.POST.get("draft", ""))
        if ticket is None:
            raise Http404
        if request.user.is_authenticated and request.user.pk != ticket.author:
            return JsonResponse({}, status=403)
        try:
            write_draft(request, ticket)
        except NotKeptError as error:
            return JsonResponse({}, status=error.status)
        saved = time_format(moment.local(moment.now()), "H:i")
        status = 200 if request.user.is_authenticated else 401
        return JsonResponse({"saved": saved}, status=status)


def write_draft(request, ticket):
    """Keep what was sent as the author's draft, and log that it was begun."""
    author = get_object_or_404(User, pk=ticket.author)
    tell(author)
    if ticket.write(request.POST, author):
        draft = Draft.objects.with_code().get(pk=ticket.draft)
        write(
            request,
            Action.CREATE,
            actor=author,
            kind="draft",
            object_id=draft.pk,
            case_code=draft.case_code,
        )
