"""The agencies and the lists that the stories name."""

from agencies.demo import seed_agencies
from agencies.models import BottleneckKind
from exitprog import moment
from participants.demo.days import day

ELSEWHERE = {
    "noordermark": {
        "burgerzaken": "n_sociaal",
        "sociale_dienst": "n_sociaal",
        "kredietbank": "n_schuld",
        "bewind": "n_schuld",
        "anker": "n_opvang",
        "linde": "n_ggz",
        "taalhuis": "n_taal",
    },
    "zuiderland": {
        "burgerzaken": "z_sociaal",
        "sociale_dienst": "z_sociaal",
        "anker": "z_opvang",
        "linde": "z_ggz",
        "verslaving": "z_verslaving",
        "sociaal_werkbedrijf": "z_werk",
    },
}


class Chain:
    """The invented agencies by key, the programmes by slug, kinds by short name."""

    def __init__(self):
        made = seed_agencies(moment.today())
        self.agencies, self.programmes = made.agencies, made.programmes
        self.kinds = {kind.slug: kind for kind in BottleneckKind.objects.all()}
        _asked_before(self["anker"])
        _lengthen_the_wait(self["linde"])

    def __getitem__(self, key):
        return self.agencies[key]

    def near(self, programme, key):
        """Who does there what the agency of that key does in Waterveen."""
        return self[ELSEWHERE.get(programme.slug, {}).get(key, key)]

    def kind(self, slug):
        return self.kinds.get(slug)


def _asked_before(agency):
    """No news: the last session knew this wait already."""
    agency.services.update(waiting_updated_on=day(-12))


def _lengthen_the_wait(agency):
    """As Mirela's story tells it: nine weeks since a few days."""
    services = agency.services.filter(life_area="mental_health")
    services.update(waiting_weeks=9, waiting_updated_on=day(-4))
    agency.measured_waits.update(median_days=58, p90_days=90)
