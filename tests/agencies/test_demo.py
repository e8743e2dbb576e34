"""The invented agencies are plenty, sound, and the same at each run."""

from datetime import date

import pytest

from agencies.demo import seed_agencies
from agencies.models import Agency, ContactPerson, Municipality, Programme, Service

TODAY = date(2026, 5, 12)


@pytest.fixture
def seeded(db):
    return seed_agencies(TODAY)


def test_the_region_is_there(seeded):
    assert sorted(seeded.programmes) == ["noordermark", "waterveen", "zuiderland"]
    assert Municipality.objects.count() == 15
    assert Agency.objects.count() == len(seeded.agencies) == 49
    assert Agency.objects.in_use().count() == 46


def test_every_invented_row_is_sound(seeded):
    for model in [Municipality, Programme, Agency, Service, ContactPerson]:
        for row in model.objects.all():
            row.full_clean(exclude=["municipalities"])


def test_a_second_run_would_make_the_same_keys(seeded):
    before = {key: agency.pk for key, agency in seeded.agencies.items()}
    for model in [Service, ContactPerson]:
        model.objects.all().delete()
    Agency.objects.update(merged_into=None)
    Agency.objects.all().delete()
    Programme.objects.all().delete()
    Municipality.objects.all().delete()

    again = seed_agencies(TODAY)

    assert {key: agency.pk for key, agency in again.agencies.items()} == before


def test_nobody_real_is_reached(seeded):
    agencies = seeded.agencies.values()

    assert {a.phone[:7] for a in agencies} == {"099 555"}
    assert {a.email.rpartition(".")[2] for a in agencies} == {"example"}
    assert {a.website.rpartition(".")[2] for a in agencies} == {"example"}
    assert {m.cbs_code[:3] for m in seeded.municipalities.values()} == {"GM9"}


def test_some_are_merged_retired_or_out_of_date(seeded):
    assert seeded.agencies["oud_taal"].merged_into == seeded.agencies["taalhuis"]
    assert seeded.agencies["oud_opvang"].retired_on == date(2026, 2, 6)
    assert Service.objects.filter(waiting_weeks=None).exists()
    assert Service.objects.filter(waiting_updated_on__lt=date(2026, 3, 1)).exists()
