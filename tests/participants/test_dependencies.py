"""What waits on what: said, taken back, and never in a circle."""

import pytest

from participants.models import Dependency
from participants.models.dependency import CycleError
from tests.factories import MakeBottleneck, make_dossier, make_order
from tests.orders import Hand
from tests.windows import second_window


@pytest.fixture
def three(mirela):
    """Address, Benefit and Room."""
    return make_order(mirela, "Address", "Benefit", "Room")


def wait(hand, blocked, blocker, /, **typed):
    fields = {"blocker": blocker.pk, "kind": "hard"} | typed
    return hand.post("dependency-new", blocked, **fields)


def test_an_edge_is_kept_with_its_reason_and_author(hand, anouk, three):
    address, benefit, _room = three

    wait(hand, benefit, address, kind="soft", reason="The desk asks for it.")

    edge = Dependency.objects.get()
    assert (edge.blocker, edge.blocked, edge.kind) == (address, benefit, "soft")
    assert (edge.reason, edge.recorded_by) == ("The desk asks for it.", anouk)


def test_an_edge_is_taken_back(hand, three):
    address, benefit, _room = three
    wait(hand, benefit, address)

    edge = Dependency.objects.get()
    hand.client.post(hand.address("dependency-remove", benefit.pk, edge.pk))

    assert not Dependency.objects.exists()


def test_an_edge_is_taken_back_only_at_its_own_bottleneck(hand, three):
    address, benefit, room = three
    wait(hand, benefit, address)

    edge = Dependency.objects.get()
    removal = hand.address("dependency-remove", room.pk, edge.pk)

    assert hand.client.post(removal).status_code == 404
    assert Dependency.objects.exists()


def test_a_circle_of_two_is_answered_in_words_beside_the_field(hand, three):
    address, benefit, _room = three
    wait(hand, benefit, address)

    response = wait(hand, address, benefit)

    assert response.context["form"].errors == {
        "blocker": [
            "“Benefit” already waits on “Address”. “Address” cannot wait on “Benefit”"
            " too. Is one of them only partly blocked?"
        ]
    }
    assert Dependency.objects.count() == 1


def test_a_circle_of_three_names_the_whole_path(hand, three):
    address, benefit, room = three
    wait(hand, benefit, address)
    wait(hand, room, benefit)

    response = wait(hand, address, room)

    assert response.context["form"].errors == {
        "blocker": [
            "“Room” already waits on “Benefit”. “Benefit” already waits on “Address”."
            " “Address” cannot wait on “Room” too."
            " Is one of them only partly blocked?"
        ]
    }
    assert Dependency.objects.count() == 2


@pytest.mark.django_db(transaction=True)
def test_two_requests_at_once_close_no_circle_of_three(anouk, three):
    address, benefit, room = three
    Dependency.record(address, benefit, by=anouk)

    with second_window(circle_of, room, address, anouk) as begin:
        Dependency.record(benefit, room, by=anouk)
        second = begin()

    assert second.result() == [address, benefit, room]
    assert Dependency.objects.count() == 2


def circle_of(blocker, blocked, user):
    """The path of the circle that they would close, if there is one."""
    try:
        Dependency.record(blocker, blocked, by=user)
    except CycleError as cycle:
        return cycle.path


def test_nothing_waits_on_itself(hand, three):
    response = wait(hand, three[0], three[0])

    assert list(response.context["form"].errors) == ["blocker"]
    assert not Dependency.objects.exists()


def test_the_bottleneck_of_another_dossier_blocks_nothing(
    hand, anouk, waterveen, three
):
    foreign = MakeBottleneck(trajectory=make_dossier(anouk, waterveen), position=1)

    response = wait(hand, three[0], foreign)

    assert list(response.context["form"].errors) == ["blocker"]
    assert not Dependency.objects.exists()


def test_saying_it_twice_keeps_one_edge_with_the_newer_words(hand, three):
    address, benefit, _room = three
    wait(hand, benefit, address)

    wait(hand, benefit, address, kind="soft")

    assert Dependency.objects.get().kind == "soft"


@pytest.mark.parametrize(
    ("typed", "field"),
    [
        ({"blocker": ""}, "blocker"),
        ({"blocker": "x"}, "blocker"),
        ({"blocker": "\0"}, "blocker"),
        ({"kind": "firm"}, "kind"),
        ({"reason": "x" * 10_000}, "reason"),
    ],
)
def test_bad_input_gets_a_sentence_and_draws_nothing(hand, three, typed, field):
    response = wait(hand, three[1], three[0], **typed)

    assert list(response.context["form"].errors) == [field]
    assert not Dependency.objects.exists()


def test_a_closed_bottleneck_waits_on_nothing_new(hand, three):
    hand.post("bottleneck-close", three[0], version=1, state="solved")

    assert wait(hand, three[0], three[1]).status_code == 409
    assert list(wait(hand, three[1], three[0]).context["form"].errors) == ["blocker"]


def test_a_hint_fills_in_the_form_and_draws_nothing(hand, three):
    address = hand.address("dependency-new", three[1].pk)

    form = hand.client.get(f"{address}?blocker={three[0].pk}&kind=soft").context["form"]

    assert (form["blocker"].value(), form["kind"].value()) == (str(three[0].pk), "soft")
    assert not Dependency.objects.exists()


def test_a_cover_draws_no_edge(client, joost, cover, mirela, three):
    client.force_login(joost)

    assert wait(Hand(client, mirela), three[1], three[0]).status_code == 403
