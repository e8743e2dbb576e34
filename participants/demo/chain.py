"""The agencies and the lists that the stories name."""

from agencies.demo import seed_agencies
from agencies.models import BottleneckKind, MeasuredWait, Service
from exitprog import moment
from participants.demo.days import day


class Chain:
    """The invented agencies by key, the programmes by slug, kinds by short name."""

    def __init__(self):
        made = seed_agencies(moment.today())
        self.agencies, self.programmes = made.agencies, made.programmes
        self.kinds = {kind.slug: kind for kind in BottleneckKind.objects.all()}
        _lengthen_the_wait(self["linde"])

    def __getitem__(self, key):
        return self.agencies[key]

    def kind(self, slug):
        return self.kinds.get(slug)


def _lengthen_the_wait(agency):
    """As Mirela's story tells it: nine weeks since a few days."""
    services = Service.objects.filter(agency=agency, life_area="mental_health")
    services.update(waiting_weeks=9, waiting_updated_on=day(-4))
    MeasuredWait.objects.filter(agency=agency).update(median_days=58, p90_days=90)
