"""The access log, for the privacy officers of its programmes."""

from django.views.generic import TemplateView

from counsellors import permissions
from counsellors.access_log import Right, write
from counsellors.forms.access_log import AccessLogForm
from counsellors.log_pages import read_page
from counsellors.models import AccessEvent, Role
from counsellors.models.access_event import Action, Ground
from exitprog.access import RuleMixin


class AccessLog(RuleMixin, TemplateView):
    """Reading it is a line of its own, in each programme that it is read for."""

    rule = permissions.is_privacy_officer
    template_name = "counsellors/access_log.html"

    def get_context_data(self, **kwargs):
        asked = self.request.GET
        form = AccessLogForm(asked, user=self.request.user)
        lines = form.narrow(AccessEvent.objects.visible_to(self.request.user))
        page = read_page(
            lines.with_names(), asked.get("after", ""), asked.get("before", "")
        )
        self.log(page.lines)
        return super().get_context_data(form=form, page=page, **kwargs)

    def log(self, lines):
        for membership in self.request.user.memberships_now:
            if membership.role == Role.PRIVACY_OFFICER:
                self.log_for(membership, lines)

    def log_for(self, membership, lines):
        shown = [x for x in lines if x.programme_id in {membership.programme_id, None}]
        write(
            self.request,
            Action.LIST,
            right=Right(Ground.MEMBERSHIP, membership.pk),
            programme=membership.programme,
            kind="access_event",
            case_codes=sorted({line.case_code for line in shown if line.case_code}),
            result_count=len(shown),
        )
