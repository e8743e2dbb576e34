"""Who guides whom, and opening in an emergency."""

from counsellors.models import User
from tests.factories import (
    MakeBreakGlass,
    MakeHandover,
    MakeNaming,
    MakeUser,
    make_protected,
)

ACCESS = {
    # people: anonymous anouk joost frank noor tess carla pim ada
    "participants:break-glass": {
        "GET": "login 200 200 200 200 200 404 200 404",
        "POST": "login 200 200 200 200 200 404 200 404",
    },
    "participants:emergencies": {
        "GET": "login 404 404 404 404 200 404 200 404",
        "POST": "login 404 404 404 404 405 404 405 404",
    },
    "participants:emergency-review": {
        "GET": "login 404 404 404 404 200 404 200 404",
        "POST": "login 404 404 404 404 200 404 200 404",
    },
    "participants:emergency-note": {
        "GET": "login 404 200 404 404 404 404 404 404",
        "POST": "login 404 200 404 404 404 404 404 404",
    },
    "participants:emergency-waiting": {
        "GET": "login 404 200 404 404 404 404 404 404",
        "POST": "login 405 405 405 405 405 404 405 404",
    },
    "participants:emergency-approval": {
        "GET": "login 404 404 404 404 200 404 200 404",
        "POST": "login 404 404 404 404 200 404 200 404",
    },
    "participants:naming-answer": {
        "GET": "login 404 404 404 404 404 404 200 404",
        "POST": "login 404 404 404 404 404 404 200 404",
    },
    "participants:assignment": {
        "GET": "login 404 404 404 404 200 404 404 404",
        "POST": "login 404 404 404 404 200 404 404 404",
    },
    "participants:leaving": {
        "GET": "login 404 404 404 404 200 404 404 404",
        "POST": "login 404 404 404 404 200 404 404 404",
    },
    "participants:transfer": {
        "GET": "login 200 404 404 404 404 404 404 404",
        "POST": "login 200 404 404 404 404 404 404 404",
    },
    "participants:handovers": {
        "GET": "login 200 200 200 200 200 404 404 404",
        "POST": "login 405 405 405 405 405 404 404 404",
    },
    "participants:handover-accept": {
        "GET": "login 405 405 405 405 405 404 404 404",
        "POST": "login 404 302 404 404 404 404 404 404",
    },
    "participants:handover-decline": {
        "GET": "login 405 405 405 405 405 404 404 404",
        "POST": "login 302 302 404 404 404 404 404 404",
    },
    "participants:handover-undo": {
        "GET": "login 405 405 405 405 405 404 404 404",
        "POST": "login 302 302 404 404 404 404 404 404",
    },
}


def opened(mirela):
    joost = User.objects.get(email="joost@koers.example")
    row = MakeBreakGlass(participant=mirela.participant, user=joost, is_over=True)
    return {"pk": row.pk}


def asked(mirela):
    """By Joost, before Mirela was extra protected."""
    joost = User.objects.get(email="joost@koers.example")
    make_protected(mirela)
    return {"pk": MakeBreakGlass(participant=mirela.participant, user=joost).pk}


def named(mirela):
    """Tess asked for a name for someone."""
    tess = User.objects.filter(email="tess@koers.example").first() or MakeUser()
    her = {"participant": mirela.participant}
    return {"pk": MakeNaming(**her, named_by=tess, confirmed_by=None).pk}


def offered(mirela):
    row = MakeHandover(
        participant=mirela.participant,
        from_user=User.objects.get(email="anouk@koers.example"),
        to_user=User.objects.get(email="joost@koers.example"),
    )
    return {"pk": row.pk}


def leaver(mirela):
    user = User.objects.get(email="anouk@koers.example")
    return {"slug": "waterveen", "pk": user.pk}


TARGETS = {
    "participants:emergency-review": opened,
    "participants:emergency-note": opened,
    "participants:emergency-waiting": asked,
    "participants:emergency-approval": asked,
    "participants:naming-answer": named,
    "participants:leaving": leaver,
    "participants:handover-accept": offered,
    "participants:handover-decline": offered,
    "participants:handover-undo": offered,
}
