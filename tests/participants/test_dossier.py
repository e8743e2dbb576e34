"""What the head of every page in a dossier promises."""

import pytest

from tests.factories import MakeFlag


@pytest.fixture
def page(as_anouk, mirela):
    return lambda: as_anouk.get(f"/participants/{mirela.participant.code}/")


def test_the_title_names_nobody(page):
    assert b"<title>Overview \xc2\xb7 Koers</title>" in page().content


def test_the_head_names_the_participant(page):
    assert ">Mirela <" in page().content.decode()


def test_a_standing_flag_is_shown(page, mirela, anouk):
    MakeFlag(participant=mirela.participant, raised_by=anouk, text="Dog at the door")

    assert "Dog at the door" in page().content.decode()
