"""The caseload of a programme: for its team leads and coordinators, by case code."""

from django.shortcuts import get_object_or_404
from django.views.generic import TemplateView

from agencies.models import Programme
from counsellors.access_log import Right, write
from counsellors.models import Role
from counsellors.models.access_event import Action, Ground
from exitprog.access import RuleMixin
from participants import permissions
from participants.programme_caseload import programme_caseload

PAGE = 100


class ProgrammeCaseload(RuleMixin, TemplateView):
    """Load per counsellor, what stands still, who waits; nobody's name."""

    rule = permissions.has_programme
    template_name = "participants/programme/caseload.html"

    def get_context_data(self, **kwargs):
        user = self.request.user
        mine = Programme.objects.filter(
            pk__in=user.programmes_as(Role.TEAM_LEAD, Role.COORDINATOR)
        )
        programme = get_object_or_404(mine, slug=self.kwargs["slug"])
        caseload = programme_caseload(programme, user)
        shown, older = self.page(caseload.cases)
        self.log(programme, caseload)
        return super().get_context_data(
            programme=programme,
            caseload=caseload,
            cases=shown,
            older=older,
            programmes=mine.exclude(pk=programme.pk),
            can_assign=user.has_role(Role.TEAM_LEAD),
            **kwargs,
        )

    def page(self, cases):
        """A page of cases after the code in `after`, and the code to go on after."""
        after = self.request.GET.get("after", "")
        rest = [case for case in cases if case.code > after]
        more = len(rest) > PAGE
        return rest[:PAGE], rest[PAGE - 1].code if more else ""

    def log(self, programme, caseload):
        [right] = [
            m
            for m in self.request.user.memberships_now
            if m.programme_id == programme.pk
        ][:1]
        write(
            self.request,
            Action.LIST,
            right=Right(Ground.MEMBERSHIP, right.pk),
            programme=programme,
            kind="case",
            result_count=len(caseload.cases),
            field_groups=["counted"],
        )
