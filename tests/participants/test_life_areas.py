"""What the page of life areas promises: nothing is filled in for her or overwritten."""

from datetime import timedelta

import pytest
from django.utils import timezone

from exitprog.life_areas import LifeArea
from participants.models import Assessment
from tests.factories import MakeAssessment
from tests.statements import counted

TODAY = timezone.localdate()


@pytest.fixture
def url(mirela):
    return f"/participants/{mirela.participant.code}/life-areas/"


@pytest.fixture
def save(as_anouk, url):
    """Send the form with today's date and what is given."""

    def post(**given):
        scores = {name.replace("__", "-"): value for name, value in given.items()}
        return as_anouk.post(url, {"measured_on": TODAY.isoformat()} | scores)

    return post


def stored():
    rows = Assessment.objects.order_by("life_area", "assessed_by")
    return list(rows.values_list("life_area", "assessed_by", "level"))


def day(shift):
    return (TODAY + timedelta(days=shift)).isoformat()


def test_only_what_was_filled_in_is_written(save):
    save(income__counsellor="2", income__participant="4", debts__counsellor="0")

    assert stored() == [
        ("debts", "counsellor", None),
        ("income", "counsellor", 2),
        ("income", "participant", 4),
    ]


def test_who_wrote_it_and_when_is_kept(save, anouk):
    save(income__counsellor="2", measured_on=day(-3))

    row = Assessment.objects.get()
    assert (row.recorded_by, row.measured_on.isoformat()) == (anouk, day(-3))


def test_earlier_scores_stay(save, mirela, anouk):
    MakeAssessment(trajectory=mirela, recorded_by=anouk, level=1)

    save(income__counsellor="3")

    assert sorted(level for _area, _by, level in stored()) == [1, 3]


def test_nothing_is_chosen_beforehand(as_anouk, url, mirela, anouk):
    MakeAssessment(trajectory=mirela, recorded_by=anouk, level=1)

    form = as_anouk.get(url).context["form"]

    assert {form[f"{area}-counsellor"].value() for area in LifeArea} == {None}


@pytest.mark.parametrize(
    ("given", "wrong"),
    [
        ({}, ["__all__"]),
        ({"income__counsellor": "6"}, ["income-counsellor"]),
        ({"income__counsellor": "a\0b"}, ["income-counsellor"]),
        ({"weather__counsellor": "3"}, ["__all__"]),
        ({"income__counsellor": "3", "measured_on": ""}, ["measured_on"]),
        ({"income__counsellor": "3", "measured_on": day(1)}, ["measured_on"]),
        ({"income__counsellor": "3", "measured_on": day(-100)}, ["measured_on"]),
        ({"income__counsellor": "3", "measured_on": "1900-01-01"}, ["measured_on"]),
    ],
)
def test_bad_input_is_told_and_nothing_is_saved(save, given, wrong):
    response = save(**given)

    assert (list(response.context["form"].errors), stored()) == (wrong, [])


def test_what_was_chosen_is_kept(save):
    form = save(income__counsellor="3", measured_on="").context["form"]

    assert form["income-counsellor"].value() == "3"


def test_all_twelve_show_their_own_history(as_anouk, url, mirela, anouk):
    older = MakeAssessment(
        trajectory=mirela, recorded_by=anouk, measured_on=TODAY - timedelta(days=9)
    )
    newer = MakeAssessment(trajectory=mirela, recorded_by=anouk)

    rows = as_anouk.get(url).context["rows"]

    assert [(row.line.area, row.history) for row in rows if row.history] == [
        (LifeArea.INCOME, [newer, older])
    ]
    assert len(rows) == 12


def test_a_stand_in_reads_and_does_not_score(client, cover, joost, url):
    client.force_login(joost)

    answers = [client.get(url), client.post(url, {"income-counsellor": "3"})]

    assert [answer.status_code for answer in answers] == [200, 403]


def test_a_closed_dossier_takes_no_score(as_anouk, url, save, mirela, anouk):
    mirela.enter("dropped_out", anouk, reason="moved", destination="unknown")

    answers = [as_anouk.get(url), save(income__counsellor="3")]

    assert [answer.status_code for answer in answers] == [200, 409]


@pytest.mark.parametrize("count", [1, 10])
def test_the_page_takes_the_same_statements_at_any_size(
    as_anouk, url, mirela, anouk, count
):
    for area in LifeArea:
        for _number in range(count):
            MakeAssessment(trajectory=mirela, recorded_by=anouk, life_area=area)

    with counted() as statements:
        as_anouk.get(url)

    assert len(statements) == 8


def test_scoring_is_one_line_in_the_log(save, anouk):
    save(income__counsellor="3")

    lines = anouk.access_events.values_list("action", "field_groups")
    assert list(lines) == [("create", ["assessments"])]
