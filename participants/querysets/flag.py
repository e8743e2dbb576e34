"""Vocabulary for flags."""

from participants.querysets.rights import DossierQuerySet


class FlagQuerySet(DossierQuerySet):
    participant_path = "participant"

    def standing(self):
        return self.filter(removed_on=None)
