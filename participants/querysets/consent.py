"""Vocabulary for consents."""

from django.db.models import Q

from exitprog import moment
from participants.querysets.rights import DossierQuerySet


class ConsentQuerySet(DossierQuerySet):
    participant_path = "participant"

    def in_force(self):
        today = moment.today()
        lasting = Q(expires_on=None) | Q(expires_on__gte=today)
        return self.filter(lasting, withdrawn_on=None, given_on__lte=today)
