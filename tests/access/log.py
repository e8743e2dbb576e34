"""Sessions, contacts with agencies and drafts."""

from tests.factories import MakeContact, MakeDraft, MakeSession

OWN = "login 200 404 404 404 404 404 404 404"
POST_ONLY = "login 405 404 404 404 404 404 404 404"
ACCESS = {
    # people: anonymous anouk joost frank noor tess carla pim ada
    "participants:session-new": {"GET": OWN, "POST": OWN},
    "participants:session": {"GET": OWN, "POST": POST_ONLY},
    "participants:session-edit": {"GET": OWN, "POST": OWN},
    "participants:addendum-new": {"GET": OWN, "POST": OWN},
    "participants:contact-new": {"GET": OWN, "POST": OWN},
    "participants:contact": {"GET": OWN, "POST": POST_ONLY},
    "participants:contact-edit": {"GET": OWN, "POST": OWN},
    "participants:drafts": {
        "GET": "login 200 200 200 200 200 404 404 404",
        "POST": "login 405 405 405 405 405 404 404 404",
    },
    "participants:draft-remove": {
        "GET": "login 405 405 405 405 405 405 405 405",
        "POST": "login 302 404 404 404 404 404 404 404",
    },
    # Whoever holds no ticket of a page is told nothing, logged in or not.
    "participants:draft-write": {
        "GET": "405 405 405 405 405 405 405 405 405",
        "POST": "404 404 404 404 404 404 404 404 404",
    },
}


def counsellor(mirela):
    return mirela.participant.assignments.latest("starts_at").user


def on_page(mirela, row):
    return {"code": mirela.participant.code, "pk": row.pk}


def session(mirela):
    return on_page(mirela, MakeSession(trajectory=mirela, author=counsellor(mirela)))


def contact(mirela):
    return on_page(mirela, MakeContact(trajectory=mirela, author=counsellor(mirela)))


def draft(mirela):
    kept = MakeDraft(author=counsellor(mirela), participant=mirela.participant)
    return on_page(mirela, kept)


TARGETS = {
    "participants:session": session,
    "participants:session-edit": session,
    "participants:addendum-new": session,
    "participants:contact": contact,
    "participants:contact-edit": contact,
    "participants:draft-remove": draft,
}
