"""The dossier: its counsellor reads and writes, a stranger finds nothing."""

from tests.factories import MakeConsent


def counsellor(answer):
    return " ".join(["login", answer, *["404"] * 7])


ACCESS = {
    # people: anonymous anouk joost frank noor tess carla pim ada
    "participants:overview": {"GET": counsellor("200"), "POST": counsellor("405")},
    "participants:life-areas": {"GET": counsellor("200"), "POST": counsellor("200")},
    "participants:safe-contact": {"GET": counsellor("200"), "POST": counsellor("200")},
    "participants:safe-contact-still-right": {
        "GET": counsellor("405"),
        "POST": counsellor("409"),
    },
    "participants:number": {"GET": counsellor("405"), "POST": counsellor("200")},
    "participants:consents": {"GET": counsellor("200"), "POST": counsellor("405")},
    "participants:consent-new": {"GET": counsellor("200"), "POST": counsellor("200")},
    "participants:consent-withdraw": {
        "GET": counsellor("200"),
        "POST": counsellor("200"),
    },
    "participants:timeline": {"GET": counsellor("200"), "POST": counsellor("405")},
}


def consent(mirela):
    guide = mirela.participant.assignments.earliest("starts_at").user
    noted = MakeConsent(participant=mirela.participant, recorded_by=guide)
    return {"code": mirela.participant.code, "pk": noted.pk}


TARGETS = {"participants:consent-withdraw": consent}
