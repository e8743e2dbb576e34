"""Where each of us begins: my day for who guides, one's own page for the others."""

from django.http import HttpResponseRedirect
from django.urls import reverse

from counsellors.models import Role
from counsellors.models.access_event import Action
from exitprog import moment
from exitprog.access import anyone
from participants import permissions
from participants.caseload import FILTERS, chips
from participants.context import programme_page
from participants.my_day import my_day
from participants.views.caseload import CaseloadPage

MOST_ROWS = 8


class Home(CaseloadPage):
    """Today's agenda, what needs the user, and the own participants."""

    rule = anyone
    template_name = "participants/day/my_day.html"
    http_method_names = ["get", "head", "options"]

    def get(self, request, *args, **kwargs):
        if not permissions.has_day(request.user):
            return HttpResponseRedirect(self.own_page(request.user))
        return super().get(request, *args, **kwargs)

    def own_page(self, user):
        if user.is_staff:
            return reverse("admin:index")
        if user.has_role(Role.TEAM_LEAD, Role.COORDINATOR):
            return programme_page(user)
        if user.has_role(Role.PRIVACY_OFFICER):
            return reverse("counsellors:access-log")
        return reverse("agencies:list")

    def get_context_data(self, **kwargs):
        user = self.request.user
        day = my_day(user)
        self.log_rows(Action.LIST, day.rows, also=day.codes)
        return super().get_context_data(
            day=day,
            today=moment.today(),
            rows=day.rows[:MOST_ROWS],
            count=len(day.rows),
            room=user.max_participants - sum(map(FILTERS["all"][1], day.rows)),
            chips=chips(day.rows, "all"),
            can_register=permissions.can_register(user),
            **kwargs,
        )
