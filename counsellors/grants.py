"""Every change of a right is told to the team leads of the programme."""

from functools import partial

from django.db import transaction

from counsellors import mail
from counsellors.models import Membership, Role


def tell_team_leads(programme):
    """Mail them once the change is sure; they read in the application what it is."""
    leads = Membership.objects.in_force().filter(
        programme=programme, role=Role.TEAM_LEAD, user__is_active=True
    )
    for lead in leads.select_related("user"):
        words = {"programme": programme.name}
        transaction.on_commit(
            partial(mail.try_to_send, lead.user, "right_changed", **words)
        )
