"""The order of bottlenecks, and the bottlenecks themselves."""

from participants.models import Dependency
from tests.factories import MakeBottleneck


def own(answer):
    """For the participant's own counsellor alone; anonymous logs in first."""
    return " ".join(["login", answer, *["404"] * 7])


ACCESS = {
    # people: anonymous anouk joost frank noor tess carla pim ada
    "participants:priorities": {"GET": own("200"), "POST": own("405")},
    # an empty body names no bottleneck, and saw no version of the order
    "participants:move": {"GET": own("405"), "POST": own("404")},
    "participants:undo": {"GET": own("405"), "POST": own("409")},
    "participants:why": {"GET": own("200"), "POST": own("405")},
    "participants:keep": {"GET": own("200"), "POST": own("200")},
    "participants:use-suggestion": {"GET": own("200"), "POST": own("409")},
    "participants:together": {"GET": own("200"), "POST": own("302")},
    "participants:agree": {"GET": own("200"), "POST": own("200")},
    "participants:later-review": {"GET": own("200"), "POST": own("409")},
    "participants:history": {"GET": own("200"), "POST": own("405")},
    "participants:bottleneck-new": {"GET": own("200"), "POST": own("200")},
    "participants:bottleneck": {"GET": own("200"), "POST": own("405")},
    "participants:bottleneck-edit": {"GET": own("200"), "POST": own("200")},
    "participants:bottleneck-close": {"GET": own("200"), "POST": own("200")},
    "participants:bottleneck-reopen": {"GET": own("405"), "POST": own("409")},
    "participants:dependency-new": {"GET": own("200"), "POST": own("200")},
    "participants:dependency-remove": {"GET": own("405"), "POST": own("302")},
}


def bottleneck(mirela, position=1):
    row = MakeBottleneck(trajectory=mirela, position=position)
    return {"code": mirela.participant.code, "pk": row.pk}


def dependency(mirela):
    first, second = (MakeBottleneck(trajectory=mirela, position=n) for n in (1, 2))
    counsellor = mirela.participant.assignments.latest("starts_at").user
    edge = Dependency.record(first, second, by=counsellor)
    code = mirela.participant.code
    return {"code": code, "pk": second.pk, "dependency": edge.pk}


ONE = ["keep", "bottleneck", "bottleneck-edit", "bottleneck-close", "bottleneck-reopen"]
TARGETS = {f"participants:{name}": bottleneck for name in [*ONE, "dependency-new"]}
TARGETS["participants:dependency-remove"] = dependency
