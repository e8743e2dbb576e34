"""The own caseload: the list, and finding someone in it."""

from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.generic import TemplateView

from counsellors.access_log import search_hash, write
from counsellors.models.access_event import Action
from exitprog.access import RuleMixin
from participants import permissions
from participants.caseload import FILTERS, SORTS, caseload, chips, matching

LONGEST_TERM = 80


class CaseloadPage(RuleMixin, TemplateView):
    """A table of participants that the user guides now."""

    rule = permissions.has_caseload
    template_name = "participants/caseload/list.html"

    def log_rows(self, action, rows, *, also=(), **facts):
        """One line that names every case that the page shows; `also` by code alone."""
        write(
            self.request,
            action,
            kind="participant",
            case_codes=sorted({row.participant.code for row in rows}.union(also)),
            result_count=len(rows),
            field_groups=["alias", "safety", "titles", "notes"] if rows else [],
            has_relation=bool(rows),
            **self.programme_of(rows),
            **facts,
        )

    def programme_of(self, rows):
        """The programme for the line: the user's own, when there is just one."""
        programmes = {m.programme_id for m in self.request.user.memberships_now}
        programmes |= {row.trajectory.programme_id for row in rows}
        return {"programme_id": programmes.pop()} if len(programmes) == 1 else {}


class ParticipantList(CaseloadPage):
    """The caseload, most urgent first; chips narrow it, headings sort it."""

    def get_context_data(self, **kwargs):
        asked = self.request.GET
        show = asked.get("show") if asked.get("show") in FILTERS else "all"
        sort = asked.get("sort") if asked.get("sort") in SORTS else "safety"
        rows = caseload(self.request.user)
        shown = sorted(filter(FILTERS[show][1], rows), key=SORTS[sort])
        self.log_rows(Action.LIST, shown)
        return super().get_context_data(
            rows=shown,
            chips=chips(rows, show),
            show=show,
            sort=sort,
            room=self.request.user.max_participants - sum(map(FILTERS["all"][1], rows)),
            can_register=permissions.can_register(self.request.user),
            **kwargs,
        )


class ParticipantFind(CaseloadPage):
    """Finds by alias or code in the own caseload; the term never stands in a URL."""

    template_name = "participants/caseload/found.html"
    http_method_names = ["get", "post"]

    def get(self, request, *args, **kwargs):
        return self.render_to_response(self.get_context_data(rows=[], term=""))

    def post(self, request, *args, **kwargs):
        term = " ".join(request.POST.get("q", "").replace("\0", "").split())
        rows = self.find(term[:LONGEST_TERM]) if term else []
        facts = {"search_hash": search_hash(term)} if term else {}
        self.log_rows(Action.SEARCH, rows, **facts)
        if len(rows) == 1:
            return redirect(rows[0].participant)
        error = "" if term else _("Type an alias or a code.")
        return self.render_to_response(
            self.get_context_data(rows=rows, term=term, error=error)
        )

    def find(self, term):
        rows = matching(caseload(self.request.user), term)
        return sorted(rows, key=SORTS["name"])
