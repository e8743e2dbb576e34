"""The directory holds no people: every member and every admin reads it."""

from tests.factories import MakeAgency

ACCESS = {
    # people: anonymous anouk joost frank noor tess carla pim ada
    "agencies:list": {
        "GET": "login 200 200 200 200 200 200 200 200",
        "POST": "login 405 405 405 405 405 405 405 405",
    },
    "agencies:detail": {
        "GET": "login 200 200 200 200 200 200 200 200",
        "POST": "login 405 405 405 405 405 405 405 405",
    },
}
TARGETS = {"agencies:detail": lambda mirela: {"pk": MakeAgency().pk}}
