"""Vocabulary for appointments."""

from participants.querysets.rights import DossierQuerySet


class AppointmentQuerySet(DossierQuerySet):
    def standing(self):
        """Neither moved nor cancelled: a moved one counts once, as its last row."""
        return self.filter(moved_to=None, cancelled_at=None)

    def open(self):
        """Standing, and without a session yet."""
        return self.standing().filter(session=None)

    def between(self, begins, ends):
        return self.filter(starts_at__gte=begins, starts_at__lt=ends)

    def in_time(self):
        return self.order_by("starts_at", "pk")
