"""The caseload of a programme: for its team leads and coordinators, by case code."""

from django.http import Http404
from django.views.generic import TemplateView

from counsellors.access_log import Right, write
from counsellors.models import Role
from counsellors.models.access_event import Action, Ground
from exitprog.access import RuleMixin
from participants import permissions
from participants.models import BreakGlass, Naming
from participants.programme_caseload import programme_caseload

LEADING = (Role.TEAM_LEAD, Role.COORDINATOR)
PAGE = 100


class ProgrammeCaseload(RuleMixin, TemplateView):
    """Load per counsellor, what stands still, who waits; nobody's name."""

    rule = permissions.has_programme
    template_name = "participants/programme/caseload.html"

    def get_context_data(self, **kwargs):
        user = self.request.user
        mine = {m.programme.slug: m for m in user.memberships_now if m.role in LEADING}
        if self.kwargs["slug"] not in mine:
            raise Http404
        membership = mine.pop(self.kwargs["slug"])
        caseload = programme_caseload(membership.programme, user)
        shown, older = self.page(caseload.cases)
        self.log(membership, caseload, shown)
        return super().get_context_data(
            programme=membership.programme,
            caseload=caseload,
            cases=caseload.named(shown),
            older=older,
            programmes=[other.programme for other in mine.values()],
            can_assign=permissions.leads(user),
            to_review=self.to_review(),
            **kwargs,
        )

    def to_review(self):
        """How many emergencies wait for an answer or a review, and names for one."""
        user = self.request.user
        if not permissions.can_review(user):
            return 0
        rows = BreakGlass.objects.visible_to(user).filter(reviewed_at=None)
        names = Naming.objects.confirmable_by(user).order_by()
        both = rows.order_by().values_list("pk").union(names.values_list("pk"))
        return len(both[:PAGE])

    def page(self, cases):
        """A page of cases after the code in `after`, and the code to go on after."""
        after = self.request.GET.get("after", "")
        rest = [case for case in cases if case.code > after]
        more = len(rest) > PAGE
        return rest[:PAGE], rest[PAGE - 1].code if more else ""

    def log(self, membership, caseload, shown):
        write(
            self.request,
            Action.LIST,
            right=Right(Ground.MEMBERSHIP, membership.pk),
            programme=membership.programme,
            kind="case",
            case_codes=sorted(caseload.codes(shown)),
            result_count=len(caseload.cases),
            field_groups=["counted"],
        )
