"""Vocabulary for barriers."""

from participants.querysets.rights import DossierQuerySet


class BarrierQuerySet(DossierQuerySet):
    participant_path = "participant"
