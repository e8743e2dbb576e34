"""Vocabulary for extra protection."""

from counsellors.querysets.user import in_force
from participants.querysets.rights import DossierQuerySet


class ProtectionQuerySet(DossierQuerySet):
    participant_path = "participant"

    def in_force(self):
        return self.filter(in_force())
