"""The caseload and the person."""

from tests.factories import MakeFlag

ACCESS = {
    # people: anonymous anouk joost frank noor tess carla pim ada
    "participants:list": {
        "GET": "login 200 200 200 200 200 404 404 404",
        "POST": "login 405 405 405 405 405 404 404 404",
    },
    "participants:new": {
        "GET": "login 200 200 200 200 404 404 404 404",
        "POST": "login 200 200 200 200 404 404 404 404",
    },
    "participants:find": {
        "GET": "login 200 200 200 200 200 404 404 404",
        "POST": "login 200 200 200 200 200 404 404 404",
    },
    "participants:edit": {
        "GET": "login 200 404 404 404 404 404 404 404",
        "POST": "login 200 404 404 404 404 404 404 404",
    },
    "participants:phase": {
        "GET": "login 200 404 404 404 404 404 404 404",
        "POST": "login 200 404 404 404 404 404 404 404",
    },
    "participants:flags": {
        "GET": "login 200 404 404 404 404 404 404 404",
        "POST": "login 200 404 404 404 404 404 404 404",
    },
    "participants:flag-remove": {
        "GET": "login 200 404 404 404 404 404 404 404",
        "POST": "login 200 404 404 404 404 404 404 404",
    },
    "security-txt": {
        "GET": "200 200 200 200 200 200 200 200 200",
        "POST": "405 405 405 405 405 405 405 405 405",
    },
    "healthz": {
        "GET": "200 200 200 200 200 200 200 200 200",
        "POST": "405 405 405 405 405 405 405 405 405",
    },
}


def flag(mirela):
    raised = MakeFlag(
        participant=mirela.participant,
        raised_by=mirela.participant.assignments.earliest("starts_at").user,
    )
    return {"code": mirela.participant.code, "pk": raised.pk}


TARGETS = {"participants:flag-remove": flag}
