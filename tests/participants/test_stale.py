"""Whoever saves second is told by whom, sees both texts, and loses nothing."""

import re
from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from exitprog.database import tell
from participants.models.event import Event
from tests.factories import (
    MakeAppointment,
    MakeBottleneck,
    MakeBreakGlass,
    MakeConsent,
    MakeContact,
    MakeDaytime,
    MakeFlag,
    MakeIncome,
    MakeSession,
)
from tests.rollback import rolled_back
from tests.routes import takes


def bottleneck(mirela, user):
    return MakeBottleneck(trajectory=mirela, title="Papers", position=1)


def session(mirela, user):
    return MakeSession(trajectory=mirela, author=user)


def contact(mirela, user):
    return MakeContact(trajectory=mirela, author=user)


def appointment(mirela, user):
    return MakeAppointment(trajectory=mirela, planned_by=user)


def consent(mirela, user):
    return MakeConsent(participant=mirela.participant, recorded_by=user)


def income(mirela, user):
    return MakeIncome(trajectory=mirela, recorded_by=user)


def daytime(mirela, user):
    return MakeDaytime(trajectory=mirela, recorded_by=user)


def flag(mirela, user):
    return MakeFlag(participant=mirela.participant, raised_by=user)


def emergency(mirela, user):
    return MakeBreakGlass(participant=mirela.participant, user=user)


def person(mirela, user):
    return mirela.participant


def trajectory(mirela, user):
    return mirela


TODAY = timezone.localdate().isoformat()
SOON = (timezone.localdate() + timedelta(days=3)).isoformat()
# route, whose version it carries, what someone else changed, what was typed
EDITS = [
    ("edit", person, {"alias": "Theirs"}, {"alias": "Mine alone"}),
    (
        "edit",
        trajectory,
        {"wish": "Theirs"},
        {"alias": "Mirela", "trajectory-wish": "Mine alone"},
    ),
    (
        "phase",
        trajectory,
        {"wish": "Theirs"},
        {"state": "aftercare", "on": TODAY, "explanation": "Mine alone"},
    ),
    (
        "bottleneck-edit",
        bottleneck,
        {"title": "Theirs"},
        {"title": "Mine alone", "life_area": "income", "severity": 2},
    ),
    (
        "bottleneck-close",
        bottleneck,
        {"story": "Theirs"},
        {"state": "solved", "explanation": "Mine alone"},
    ),
    (
        "session-edit",
        session,
        {"what_happened": "Theirs"},
        {"on": TODAY, "how": "phone", "what_happened": "Mine alone"},
    ),
    (
        "contact-edit",
        contact,
        {"what_was_said": "Theirs"},
        {
            "on": TODAY,
            "channel": "phone",
            "outcome": "reached",
            "direction": "out",
            "what_was_said": "Mine alone",
        },
    ),
    ("appointment-move", appointment, {"place": "Theirs"}, {"on": SOON, "at": "17:35"}),
    ("appointment-cancel", appointment, {"place": "Theirs"}, {"cancelled_by": "us"}),
    ("consent-withdraw", consent, {"form": "written"}, {"withdrawn_on": TODAY}),
    (
        "income-edit",
        income,
        {"note": "Theirs"},
        {"source": "wages", "note": "Mine alone"},
    ),
    ("income-end", income, {"note": "Theirs"}, {"ended_on": TODAY}),
    (
        "daytime-edit",
        daytime,
        {"what": "Theirs"},
        {"kind": "study", "hours": 3, "started_on": TODAY, "what": "Mine alone"},
    ),
    ("daytime-end", daytime, {"what": "Theirs"}, {"ended_on": TODAY}),
    (
        "flag-remove",
        flag,
        {"text": "Theirs"},
        {"removal_reason": "Mine alone"},
    ),
    ("emergency-note", emergency, {"note": "Theirs"}, {"note": "Mine alone"}),
]
SHOWN = {
    "appointment-move": ("Theirs", "17:35"),
    "appointment-cancel": ("Theirs", "Us"),
    "income-end": ("Theirs", timezone.localdate().strftime("%B %Y")),
    "daytime-end": ("Theirs", timezone.localdate().strftime("%B %Y")),
    "consent-withdraw": ("in writing", timezone.localdate().strftime("%B %Y")),
}
NAMES = [f"{route} {make.__name__}" for route, make, _theirs, _mine in EDITS]


def lines():
    return sum(events.objects.count() for events in Event.__subclasses__())


@pytest.fixture
def meet(as_anouk, anouk, joost, mirela):
    """Joost saves while Anouk has the page open; gives what she is about to send."""

    def happen(route, make, theirs, mine):
        record = make(mirela, anouk)
        record.refresh_from_db()
        address = page_of(route, mirela, record)
        sent = versions(mirela, record) | mine
        for name, value in theirs.items():
            setattr(record, name, value)
        tell(joost)
        record.save_over(record.version)
        return record, address, sent

    return happen


def page_of(route, mirela, record):
    """The address of that route for that record."""
    known = {"code": mirela.participant.code, "pk": record.pk}
    wanted = takes(f"participants:{route}")
    return reverse(
        f"participants:{route}", kwargs={name: known[name] for name in wanted}
    )


def versions(mirela, record):
    """What the page of that moment carried; the page of the person carries two."""
    return {
        "version": getattr(record, "version", 1),
        "trajectory-version": mirela.version,
    }


@pytest.mark.parametrize(("route", "make", "theirs", "mine"), EDITS, ids=NAMES)
def test_whoever_saves_second_sees_both_texts_and_may_save_over_it(
    as_anouk, meet, route, make, theirs, mine
):
    _record, address, sent = meet(route, make, theirs, mine)
    before = lines()

    response = as_anouk.post(address, sent)

    page = response.content.decode()
    assert (response.status_code, lines()) == (409, before)
    assert "Joost Bakker saved this on" in page
    for text in SHOWN.get(route, ("Theirs", "Mine alone")):
        assert text in page

    again = as_anouk.post(address, dict(response.context["again"]))

    assert (again.status_code, lines() > before) == (302, True)


@pytest.mark.parametrize("version", ["", "x", "-1", "9" * 30, None])
def test_a_version_that_no_page_showed_changes_nothing(as_anouk, meet, version):
    _record, address, sent = meet(*EDITS[3])
    before = lines()

    sent = {name: value for name, value in sent.items() if name != "version"}
    response = as_anouk.post(address, sent | ({"version": version} if version else {}))

    assert (response.status_code, lines()) == (409, before)


def test_a_note_of_yesterday_gives_back_all_that_was_typed(as_anouk, anouk, mirela):
    old = timezone.now() - timedelta(hours=25)
    talk = MakeSession(trajectory=mirela, author=anouk, recorded_at=old)
    address = reverse(
        "participants:session-edit", args=[mirela.participant.code, talk.pk]
    )
    typed = {"what_happened": "A long talk", "in_their_words": "Not for me"}

    page = as_anouk.post(address, typed | {"version": 1}).content.decode()

    assert "A long talk" in page
    assert "Not for me" in page


def test_a_dossier_that_was_closed_meanwhile_gives_back_what_was_typed(
    as_anouk, mirela, anouk
):
    mirela.enter("dropped_out", anouk, reason="moved", destination="unknown")
    address = reverse("participants:session-new", args=[mirela.participant.code])

    response = as_anouk.post(address, {"what_happened": "A long talk"})

    assert (response.status_code, "A long talk" in response.content.decode()) == (
        409,
        True,
    )


def answers_to_a_double_click(client, mirela, user, route, make, mine):
    """What a page is answered that is sent twice with the key that it carries."""
    record = make(mirela, user)
    record.refresh_from_db()
    address = page_of(route, mirela, record)
    page = client.get(address).content.decode()
    key = re.search('name="submission" value="([^"]+)"', page)[1]
    sent = {"version": record.version, "submission": key} | mine
    return [client.post(address, sent) for _click in range(2)]


def test_a_double_click_is_no_one_elses_change(as_anouk, anouk, mirela):
    told = {}
    for route, make, _theirs, mine in EDITS:
        if route == "edit":  # its second sending changes nothing, so it is not stale
            continue
        with rolled_back():
            first, second = answers_to_a_double_click(
                as_anouk, mirela, anouk, route, make, mine
            )
            told[route] = second.status_code == 302 and second.url == first.url
        mirela.refresh_from_db()

    assert told == dict.fromkeys(told, True)
    assert len(told) == len(EDITS) - 2
