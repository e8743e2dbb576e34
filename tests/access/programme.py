"""Pages of a whole programme: counted facts for team lead and coordinator."""

ACCESS = {
    # people: anonymous anouk joost frank noor tess carla pim ada
    "participants:programme-caseload": {
        "GET": "login 404 404 404 404 200 200 404 404",
        "POST": "login 404 404 404 404 405 405 404 404",
    },
}
TARGETS = {"participants:programme-caseload": lambda mirela: {"slug": "waterveen"}}
