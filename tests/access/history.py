"""Who changed what in a record: for whoever may read it, and nobody else."""

from tests.access.dossier import daytime, income
from tests.access.log import contact, counsellor, on_page, session
from tests.factories import MakeAppointment, MakeBottleneck, MakeConsent, MakeFlag

OWN = "login 200 404 404 404 404 404 404 404"
POST_ONLY = "login 405 404 404 404 404 404 404 404"
ACCESS = {
    # people: anonymous anouk joost frank noor tess carla pim ada
    "participants:participant-history": {"GET": OWN, "POST": POST_ONLY},
    "participants:trajectory-history": {"GET": OWN, "POST": POST_ONLY},
    "participants:bottleneck-history": {"GET": OWN, "POST": POST_ONLY},
    "participants:session-history": {"GET": OWN, "POST": POST_ONLY},
    "participants:contact-history": {"GET": OWN, "POST": POST_ONLY},
    "participants:appointment-history": {"GET": OWN, "POST": POST_ONLY},
    "participants:consent-history": {"GET": OWN, "POST": POST_ONLY},
    "participants:income-history": {"GET": OWN, "POST": POST_ONLY},
    "participants:daytime-history": {"GET": OWN, "POST": POST_ONLY},
    "participants:flag-history": {"GET": OWN, "POST": POST_ONLY},
}


def bottleneck(mirela):
    return on_page(mirela, MakeBottleneck(trajectory=mirela))


def appointment(mirela):
    made = MakeAppointment(trajectory=mirela, planned_by=counsellor(mirela))
    return on_page(mirela, made)


def consent(mirela):
    about = {"participant": mirela.participant}
    return on_page(mirela, MakeConsent(**about, recorded_by=counsellor(mirela)))


def flag(mirela):
    about = {"participant": mirela.participant}
    return on_page(mirela, MakeFlag(**about, raised_by=counsellor(mirela)))


TARGETS = {
    "participants:bottleneck-history": bottleneck,
    "participants:session-history": session,
    "participants:contact-history": contact,
    "participants:appointment-history": appointment,
    "participants:consent-history": consent,
    "participants:income-history": income,
    "participants:daytime-history": daytime,
    "participants:flag-history": flag,
}
