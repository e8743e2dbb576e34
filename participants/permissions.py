"""May you do it, in a dossier that you may see: rules over the right that opened it.

Each takes the user and a trajectory from `Trajectory.objects.for_dossier(user)`,
which carries `right_kind`; no rule asks the database.
"""

from counsellors.models import Role
from participants.querysets.rights import SECOND_PERSON, WATCHING

GUIDING = {"primary", "cover"}


def has_caseload(user):
    """Counsellors and team leads can be assigned, so they have a list of their own."""
    return user.has_role(Role.COUNSELLOR, Role.TEAM_LEAD)


def has_day(user):
    """A counsellor begins with her day; who leads or coordinates, with the caseload."""
    return user.has_role(Role.COUNSELLOR)


def can_register(user):
    """Only a counsellor registers a participant, in her own programme."""
    return user.has_role(Role.COUNSELLOR)


def has_programme(user):
    """Team leads and coordinators read the counted facts of their programme."""
    return user.has_role(Role.TEAM_LEAD, Role.COORDINATOR)


def emergency_programmes(user):
    """The programmes in which the user may open a dossier in an emergency."""
    return user.programmes_as(*WATCHING)


def can_open_in_emergency(user):
    return bool(emergency_programmes(user))


def can_review(user):
    """Team leads and privacy officers close reviews; never their own."""
    return user.has_role(*SECOND_PERSON)


def led_programmes(user):
    """The programmes in which the user is team lead."""
    return user.programmes_as(Role.TEAM_LEAD)


def leads(user):
    """Team leads assign, by case code."""
    return bool(led_programmes(user))


def can_read(user, trajectory):
    return trajectory.right_kind is not None


def can_write(user, trajectory):
    """The primary counsellor keeps the dossier: order, plan, consents, phase."""
    return trajectory.right_kind == "primary"


def can_log(user, trajectory):
    """Whoever guides now, cover too, logs sessions, contacts and safe contact."""
    return trajectory.right_kind in GUIDING
