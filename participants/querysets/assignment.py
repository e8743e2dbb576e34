"""Vocabulary for assignments."""

from counsellors.querysets.user import in_force
from participants.querysets.rights import DossierQuerySet


class AssignmentQuerySet(DossierQuerySet):
    participant_path = "participant"

    def in_force(self):
        return self.filter(in_force())

    def primary(self):
        return self.filter(kind="primary")
