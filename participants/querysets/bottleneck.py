"""Vocabulary for bottlenecks."""

from participants.querysets.rights import DossierQuerySet

ACTIVE = ["open", "working", "waiting"]


class BottleneckQuerySet(DossierQuerySet):
    def active(self):
        return self.filter(state__in=ACTIVE)

    def closed(self):
        return self.exclude(state__in=ACTIVE).order_by("-closed_on", "pk")

    def in_order(self):
        return self.active().order_by("position")

    def in_now(self):
        return self.filter(lane="now").order_by("position")
