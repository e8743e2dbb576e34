"""The dossier: its counsellor reads and writes, a stranger finds nothing."""

from tests.factories import (
    MakeConsent,
    MakeDaytime,
    MakeIncome,
    MakeNaming,
    make_protected,
)


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
    "participants:protection": {"GET": counsellor("200"), "POST": counsellor("200")},
    "participants:protection-end": {
        "GET": counsellor("200"),
        "POST": counsellor("302"),
    },
    "participants:naming-new": {"GET": counsellor("200"), "POST": counsellor("200")},
    "participants:naming-end": {"GET": counsellor("405"), "POST": counsellor("302")},
    "participants:income": {"GET": counsellor("200"), "POST": counsellor("405")},
    "participants:income-new": {"GET": counsellor("200"), "POST": counsellor("200")},
    "participants:income-edit": {"GET": counsellor("200"), "POST": counsellor("200")},
    "participants:income-end": {"GET": counsellor("200"), "POST": counsellor("200")},
    "participants:daytime": {"GET": counsellor("200"), "POST": counsellor("405")},
    "participants:daytime-new": {"GET": counsellor("200"), "POST": counsellor("200")},
    "participants:daytime-edit": {"GET": counsellor("200"), "POST": counsellor("200")},
    "participants:daytime-end": {"GET": counsellor("200"), "POST": counsellor("200")},
}


def guide(mirela):
    return mirela.participant.assignments.earliest("starts_at").user


def on_page(mirela, row):
    return {"code": mirela.participant.code, "pk": row.pk}


def consent(mirela):
    facts = {"participant": mirela.participant, "recorded_by": guide(mirela)}
    return on_page(mirela, MakeConsent(**facts))


def income(mirela):
    return on_page(mirela, MakeIncome(trajectory=mirela, recorded_by=guide(mirela)))


def daytime(mirela):
    return on_page(mirela, MakeDaytime(trajectory=mirela, recorded_by=guide(mirela)))


def protected(mirela):
    make_protected(mirela)
    return {"code": mirela.participant.code}


def naming(mirela):
    make_protected(mirela)
    return on_page(mirela, MakeNaming(participant=mirela.participant))


TARGETS = {
    "participants:protection-end": protected,
    "participants:naming-new": protected,
    "participants:naming-end": naming,
    "participants:consent-withdraw": consent,
    "participants:income-edit": income,
    "participants:income-end": income,
    "participants:daytime-edit": daytime,
    "participants:daytime-end": daytime,
}
