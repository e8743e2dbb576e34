"""Vocabulary for the history of a record."""

from participants.querysets.rights import DossierQuerySet


class EventQuerySet(DossierQuerySet):
    """Who may see the record may see its history."""

    def visible_to(self, user):
        """Not each right to a dossier is seen as the dossier is, nor is its history."""
        records = self.model.pgh_tracked_model.objects.all()
        if isinstance(records, DossierQuerySet):
            return super().visible_to(user)
        return self.filter(pgh_obj__in=records.visible_to(user))

    @property
    def participant_path(self):
        """As the record's own: its columns are copied; of a participant, the record."""
        rows = self.model.pgh_tracked_model.objects.all()
        path = getattr(rows, "participant_path", "participant")
        return "pgh_obj" if path == "pk" else path

    def newest_first(self):
        return self.order_by("-pgh_id")
