"""The frame of every page that reads the access log: the right, and a line for it."""

from counsellors import permissions
from counsellors.access_log import Right, write
from counsellors.models import AccessEvent, Role
from counsellors.models.access_event import Action, Ground
from exitprog.access import RuleMixin


class LogFrame(RuleMixin):
    """Reading the log is a line of its own, in each programme that it is read for."""

    rule = permissions.is_privacy_officer
    tab = ""

    @property
    def offices(self):
        """The memberships by which the user reads the log."""
        mine = self.request.user.memberships_now
        return [each for each in mine if each.role == Role.PRIVACY_OFFICER]

    def lines(self):
        return AccessEvent.objects.visible_to(self.request.user)

    def log(self, codes, count, programmes=None, action=Action.LIST, **facts):
        """Write which cases were read about, and how many lines."""
        for office in self.offices:
            if programmes is None or office.programme_id in programmes:
                write(
                    self.request,
                    action,
                    right=Right(Ground.MEMBERSHIP, office.pk),
                    programme=office.programme,
                    kind="access_event",
                    case_codes=sorted(filter(None, set(codes))),
                    result_count=count,
                    **facts,
                )

    def get_context_data(self, **kwargs):
        return super().get_context_data(tab=self.tab, **kwargs)
