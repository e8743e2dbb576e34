"""Vocabulary for participants."""

from participants.querysets.rights import DossierQuerySet


class ParticipantQuerySet(DossierQuerySet):
    participant_path = "pk"
