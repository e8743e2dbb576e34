"""Where each of us begins after logging in."""

from django.urls import reverse
from django.views.generic import RedirectView

from counsellors.models import Role
from exitprog.access import RuleMixin, anyone
from participants.context import programme_page


class Home(RuleMixin, RedirectView):
    """Sends the user to the page that her rights are for."""

    rule = anyone
    http_method_names = ["get", "head", "options"]

    def get_redirect_url(self):
        user = self.request.user
        if user.is_staff:
            return reverse("admin:index")
        if user.has_role(Role.COUNSELLOR):
            return reverse("participants:list")
        if user.has_role(Role.TEAM_LEAD, Role.COORDINATOR):
            return programme_page(user)
        if user.has_role(Role.PRIVACY_OFFICER):
            return reverse("counsellors:access-log")
        return reverse("agencies:list")
