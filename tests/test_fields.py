"""Sealed fields: nothing plain reaches a column; a value opens in its own row only."""

import pytest
from django.db import connection

from exitprog.sealing import CannotOpenError, parse_keys, seal, unseal
from participants.models import Participant
from tests.factories import MakeParticipant

OLD = {"k1": b"1" * 32}
NEW = {"k2": b"2" * 32} | OLD


def stored(participant, column):
    with connection.cursor() as cursor:
        cursor.execute(
            f"SELECT {column} FROM participants_participant WHERE id = %s",
            [participant.pk],
        )
        return cursor.fetchone()[0]


def test_the_column_holds_no_plain_text(db):
    participant = MakeParticipant(alias="Mirela")

    assert "Mirela" not in stored(participant, "alias")
    assert Participant.objects.get().alias == "Mirela"


def test_an_update_with_plain_text_raises(db):
    MakeParticipant()

    with pytest.raises(TypeError):
        Participant.objects.update(alias="Mirela")


def test_a_bulk_update_with_plain_text_raises(db):
    participant = MakeParticipant()
    participant.alias = "Mirela"

    with pytest.raises(TypeError):
        Participant.objects.bulk_update([participant], ["alias"])


def test_bulk_create_seals(db):
    Participant.objects.bulk_create([Participant(alias="Mirela")])

    assert Participant.objects.get().alias == "Mirela"


def test_a_ciphertext_moved_to_another_row_does_not_open(db):
    first, second = MakeParticipant(), MakeParticipant()
    with connection.cursor() as cursor:
        cursor.execute(
            "UPDATE participants_participant SET alias = %s WHERE id = %s",
            [stored(first, "alias"), second.pk],
        )

    with pytest.raises(CannotOpenError):
        Participant.objects.get(pk=second.pk).alias  # noqa: B018


def test_a_list_opens_only_what_it_shows(db):
    MakeParticipant(alias="Mirela", languages=["ro"])

    participant = Participant.objects.get()
    participant.alias  # noqa: B018

    assert list(participant.__dict__["_opened"]) == ["alias"]


def test_saving_unchanged_text_keeps_its_ciphertext(db):
    participant = MakeParticipant(alias="Mirela")
    before = stored(participant, "alias")

    again = Participant.objects.get()
    again.alias = again.alias
    again.save()

    assert stored(participant, "alias") == before


def test_a_new_key_seals_while_the_old_one_still_opens():
    sealed = seal("text", "label", "row", OLD)

    assert unseal(sealed, "label", "row", NEW) == "text"
    assert seal("text", "label", "row", NEW).key_id == "k2"


def test_a_value_of_another_field_does_not_open():
    sealed = seal("text", "one", "row", OLD)

    with pytest.raises(CannotOpenError):
        unseal(sealed, "other", "row", OLD)


def test_a_key_that_is_gone_opens_nothing():
    sealed = seal("text", "label", "row", {"k0": b"0" * 32})

    with pytest.raises(CannotOpenError):
        unseal(sealed, "label", "row", OLD)


@pytest.mark.parametrize("value", [[], ["ro", "en"]])
def test_json_comes_back_as_it_went_in(db, value):
    MakeParticipant(languages=value)

    assert Participant.objects.get().languages == value


def test_keys_are_read_newest_first():
    text = "k2:" + "MjIy" * 10 + "MjI=,k1:" + "MTEx" * 10 + "MTE="

    assert list(parse_keys(text)) == ["k2", "k1"]
