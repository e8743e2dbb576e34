"""Which pages of this app are for whom."""

from counsellors.models import Role


def is_privacy_officer(user):
    return user.has_role(Role.PRIVACY_OFFICER)
