"""The catalogue: in both languages, with sources, and loaded without harm."""

from collections import Counter
from datetime import date

import pytest
import time_machine
from django.core.management import call_command
from django.utils import translation

from agencies.catalogue import load
from agencies.models import (
    BottleneckKind,
    DeclineReason,
    MilestoneTemplate,
    SessionPhrase,
    StandardBlocker,
)
from exitprog.life_areas import LifeArea

MODELS = [
    BottleneckKind,
    DeclineReason,
    MilestoneTemplate,
    SessionPhrase,
    StandardBlocker,
]
NEVER = [
    "client",
    "cliënt",
    "victim",
    "prostitu",
    "sekswerk",
    "sex work",
    "refuse",
    "!",
]


@pytest.fixture
def loaded(db):
    return load()


def stored():
    return {model: list(model.objects.order_by("pk").values()) for model in MODELS}


def texts(row):
    halves = ("name", "hint", "workaround")
    return [
        (getattr(row, f"{half}_nl"), getattr(row, f"{half}_en"))
        for half in halves
        if hasattr(row, f"{half}_nl")
    ]


def test_loading_twice_changes_nothing(loaded, capsys):
    before = stored()

    call_command("load_catalogue")

    assert stored() == before
    assert capsys.readouterr().out == "0 entries added to the catalogue.\n"


def test_loading_leaves_what_an_admin_changed(loaded):
    BottleneckKind.objects.filter(slug="threat").update(name_en="Ours")

    assert load() == 0
    assert BottleneckKind.objects.get(slug="threat").name_en == "Ours"


def test_every_life_area_has_three_kinds_or_more(loaded):
    counts = Counter(BottleneckKind.objects.values_list("life_area", flat=True))

    assert set(counts) == set(LifeArea.values)
    assert min(counts.values()) >= 3


@pytest.mark.parametrize("model", MODELS)
def test_every_entry_is_sound_and_speaks_both_languages(loaded, model):
    for row in model.objects.all():
        row.full_clean()
        for dutch, english in texts(row):
            assert bool(dutch) == bool(english)


@pytest.mark.parametrize("model", MODELS)
def test_no_entry_uses_a_word_that_pages_never_show(loaded, model):
    said = [text for row in model.objects.all() for pair in texts(row) for text in pair]

    assert [t for t in said if any(word in t.lower() for word in NEVER)] == []


def test_every_standard_blocker_names_its_source(loaded):
    assert not StandardBlocker.objects.filter(source="").exists()


def test_who_comes_from_the_eu_is_warned_to_get_advice_first(loaded):
    row = StandardBlocker.objects.get(blocker__slug="eu-citizen")

    assert row.hint_en.startswith("Take care: get legal advice before applying.")
    assert row.hint_nl.startswith("Let op: vraag eerst juridisch advies")
    assert (row.blocked.slug, row.strength) == ("no-benefit", "hard")


def test_the_postal_address_counts_since_2022(loaded):
    home = StandardBlocker.objects.filter(
        blocker__slug="no-home", blocked__slug="no-benefit"
    )

    with time_machine.travel(date(2021, 12, 31)):
        assert not home.valid().exists()
    with time_machine.travel(date(2022, 1, 2)):
        assert "must be given since 2022" in home.valid().get().workaround_en


def test_a_name_is_told_in_the_language_of_the_reader():
    kind = BottleneckKind(name_nl="Schulden", name_en="Debts")

    with translation.override("nl"):
        assert str(kind) == "Schulden"
    with translation.override("en"):
        assert str(kind) == "Debts"


def test_a_kind_does_not_wait_on_itself(loaded):
    row = StandardBlocker.objects.first()
    row.blocked = row.blocker

    with pytest.raises(Exception, match="Choose two different kinds"):
        row.full_clean()
