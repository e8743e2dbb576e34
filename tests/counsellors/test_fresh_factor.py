"""What weighs waits for a second factor that was shown just now."""

import pytest
from django.urls import reverse

from counsellors.models import Membership
from participants.models import BreakGlass
from tests.counsellors.doors import AGAIN, code, hidden, html, is_asked_again
from tests.factories import (
    MakeBreakGlass,
    MakeNaming,
    make_protected,
)
from tests.routes import takes

pytestmark = pytest.mark.usefixtures("demanded", "in_english")

MEMBERSHIP = "/admin/counsellors/membership/add/"
REASON = "She called in distress and her counsellor is ill"


def test_an_emergency_waits_for_a_fresh_factor_and_keeps_what_was_typed(
    enter, joost, mirela
):
    client = enter(joost)
    address = reverse("participants:break-glass", args=[mirela.participant.code])

    asked = client.post(address, {"reason": REASON, "hours": "1"})
    count = BreakGlass.objects.count()
    back = client.post(AGAIN, {"code": code(), "held": hidden(asked, "held")})
    client.post(address, {"reason": hidden(back, "reason"), "hours": "1"})

    assert (is_asked_again(asked), REASON in html(asked), count) == (True, False, 0)
    assert BreakGlass.objects.get().reason == REASON
    assert not joost.access_events.filter(result="refused").exists()


def test_a_stranger_learns_nothing_by_a_stale_factor(enter, carla, mirela):
    client = enter(carla)

    address = reverse("participants:break-glass", args=[mirela.participant.code])
    assert client.get(address).status_code == 404


def test_withdrawing_a_consent_waits_for_a_fresh_factor(enter, anouk, mirela):
    client = enter(anouk)
    key = "00000000-0000-4000-8000-000000000000"
    address = reverse(
        "participants:consent-withdraw", args=[mirela.participant.code, key]
    )

    asked = client.get(address)
    back = client.post(AGAIN, {"code": code(), "next": hidden(asked, "next")})

    assert (is_asked_again(asked), back.url) == (True, address)
    assert client.get(address).status_code == 404


def test_who_sees_a_protected_dossier_waits_for_a_fresh_factor(
    enter, anouk, mirela, tess, joost
):
    """To set and end it, to name, to agree."""
    make_protected(mirela)
    asked = MakeBreakGlass(participant=mirela.participant, user=joost)
    name = MakeNaming(participant=mirela.participant, confirmed_by=None)
    key, found = mirela.participant.code, {}
    hers = [(route, key) for route in ("protection", "protection-end", "naming-new")]
    pages = {
        anouk: [*hers, ("naming-end", key, name.pk)],
        tess: [("emergency-approval", asked.pk), ("naming-answer", name.pk)],
    }
    for user, addresses in pages.items():
        client = enter(user)
        for route, *keys in addresses:
            answer = client.post(reverse(f"participants:{route}", args=keys))
            found[route] = is_asked_again(answer)
        client.logout()

    assert set(found.values()) == {True}
    assert mirela.participant.protections.in_force().exists()


def test_a_right_is_granted_by_who_just_showed_a_factor(enter, ada, noor, waterveen):
    client = enter(ada)
    words = {"user": noor.pk, "programme": waterveen.pk, "role": "counsellor"}
    words |= {"starts_at_0": "2026-01-01", "starts_at_1": "09:00"}
    before = Membership.objects.count()

    assert is_asked_again(client.post(MEMBERSHIP, words))
    assert is_asked_again(client.get(MEMBERSHIP))
    assert is_asked_again(
        client.post("/admin/counsellors/user/", {"action": "reset_second_step"})
    )
    assert Membership.objects.count() == before


GIVING = {
    "participants:assignment": "tess",
    "participants:transfer": "anouk",
    "participants:leaving": "tess",
    "participants:handover-accept": "joost",
    "participants:handover-undo": "tess",
    "admin:agencies_agency_export": "ada",
}


@pytest.mark.parametrize("route", GIVING)
def test_a_case_or_a_file_is_given_by_who_just_showed_a_factor(
    enter, request, mirela, route
):
    client = enter(request.getfixturevalue(GIVING[route]))
    known = {"code": mirela.participant.code, "slug": mirela.programme.slug}
    known["pk"] = "00000000-0000-4000-8000-000000000000"
    address = reverse(route, kwargs={name: known[name] for name in takes(route)})

    asked = client.post(address, {"format": "0"})
    client.post(AGAIN, {"code": code()})

    assert is_asked_again(asked)
    assert not is_asked_again(client.post(address, {"format": "0"}))


def test_what_was_offered_is_declined_without_it(enter, joost):
    client = enter(joost)
    absent = "00000000-0000-4000-8000-000000000000"

    address = reverse("participants:handover-decline", args=[absent])
    assert client.post(address).status_code == 404
