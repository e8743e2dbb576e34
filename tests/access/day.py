"""My day, the agenda of a week, and appointments in a dossier."""

from datetime import timedelta

from django.utils import timezone

from tests.factories import MakeAppointment

OWN = "login 200 404 404 404 404 404 404 404"
ACCESS = {
    # people: anonymous anouk joost frank noor tess carla pim ada
    "participants:home": {
        "GET": "login 200 200 200 200 302 302 302 302",
        "POST": "login 405 405 405 405 405 405 405 405",
    },
    "participants:agenda": {
        "GET": "login 200 200 200 200 200 404 404 404",
        "POST": "login 405 405 405 405 405 404 404 404",
    },
    "participants:appointment-new": {"GET": OWN, "POST": OWN},
    "participants:appointment-move": {"GET": OWN, "POST": OWN},
    "participants:appointment-cancel": {"GET": OWN, "POST": OWN},
}


def appointment(mirela):
    planned = MakeAppointment(
        trajectory=mirela,
        planned_by=mirela.participant.assignments.latest("starts_at").user,
        starts_at=timezone.now() + timedelta(days=1),
    )
    return {"code": mirela.participant.code, "pk": planned.pk}


TARGETS = {
    "participants:appointment-move": appointment,
    "participants:appointment-cancel": appointment,
}
