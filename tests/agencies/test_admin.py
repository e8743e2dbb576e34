"""The admin of organisations and lists: for admins alone, and nothing is deleted."""

from datetime import date

import pytest
from django.contrib import admin
from django.contrib.admin.models import LogEntry
from django.urls import reverse

from agencies.admin.kept import InUseFilter
from agencies.models import (
    Agency,
    BottleneckKind,
    ContactPerson,
    DeclineReason,
    MilestoneTemplate,
    Municipality,
    Programme,
    SessionPhrase,
    StandardBlocker,
)
from tests.factories import (
    MakeAgency,
    MakeKind,
    MakeMunicipality,
    MakeProgramme,
    MakeService,
)

KEPT = [
    Agency,
    BottleneckKind,
    DeclineReason,
    MilestoneTemplate,
    Municipality,
    Programme,
    SessionPhrase,
    StandardBlocker,
]
LIST = reverse("admin:agencies_agency_changelist")


def address(model, page, *args):
    return reverse(f"admin:agencies_{model._meta.model_name}_{page}", args=args)


def form_data(agency, **changed):
    inlines = [
        f"{prefix}-{part}_FORMS"
        for prefix in ("services", "contact_persons")
        for part in ("TOTAL", "INITIAL")
    ]
    facts = {"name": agency.name, "kind": agency.kind}
    return facts | dict.fromkeys(inlines, 0) | changed


def problems(response):
    form = response.context["adminform"].form
    return [text for texts in form.errors.values() for text in texts]


@pytest.mark.parametrize("model", KEPT)
def test_who_is_no_admin_stays_out(client, as_anouk, model):
    page = address(model, "changelist")

    stranger = as_anouk.get(page, follow=True)
    as_anouk.logout()
    nobody = as_anouk.get(page, follow=True)

    assert stranger.status_code == 403
    assert nobody.request["PATH_INFO"] == reverse("account_login")


@pytest.mark.parametrize("model", KEPT)
@pytest.mark.parametrize("language", ["nl", "en"])
def test_an_admin_lists_and_adds_in_both_languages(as_ada, ada, model, language):
    ada.language = language
    ada.save()

    pages = [as_ada.get(address(model, page)) for page in ("changelist", "add")]

    assert [page.status_code for page in pages] == [200, 200]


@pytest.mark.parametrize("model", KEPT)
def test_nothing_is_deleted(as_ada, rf, ada, model):
    request = rf.get("/")
    request.user = ada
    kept = admin.site._registry[model]

    assert not kept.has_delete_permission(request)
    assert "delete_selected" not in kept.get_actions(request)
    assert not any(line.can_delete for line in kept.get_inline_instances(request))


def test_the_page_that_would_delete_says_no(as_ada):
    agency = MakeAgency()

    response = as_ada.post(address(Agency, "delete", agency.pk), {"post": "yes"})

    assert response.status_code == 403
    assert Agency.objects.filter(pk=agency.pk).exists()


def test_agencies_are_retired_and_restored_as_a_selection(as_ada):
    agency = MakeAgency()
    chosen = {"_selected_action": [agency.pk]}

    seen = []
    for action in ["retire", "restore"]:
        as_ada.post(LIST, chosen | {"action": action})
        agency.refresh_from_db()
        seen.append(agency.is_retired)

    assert seen == [True, False]
    assert LogEntry.objects.count() == 2


def test_an_entry_of_a_list_is_retired_and_restored(as_ada):
    kind = MakeKind()
    chosen = {"_selected_action": [kind.pk]}

    seen = []
    for action in ["retire", "restore"]:
        as_ada.post(address(BottleneckKind, "changelist"), chosen | {"action": action})
        kind.refresh_from_db()
        seen.append(kind.retired_on is not None)

    assert seen == [True, False]


def test_an_agency_is_merged_on_its_page(as_ada):
    agency, other = MakeAgency(), MakeAgency()
    data = form_data(agency, retired_on="2026-01-01", merged_into=str(other.pk))

    as_ada.post(address(Agency, "change", agency.pk), data)

    agency.refresh_from_db()
    assert (agency.retired_on, agency.merged_into) == (date(2026, 1, 1), other)


def test_an_agency_cannot_merge_into_itself(as_ada):
    agency = MakeAgency()
    data = form_data(agency, retired_on="2026-01-01", merged_into=str(agency.pk))

    response = as_ada.post(address(Agency, "change", agency.pk), data)

    assert problems(response) == ["Choose another agency to merge into."]


def test_languages_are_ticked(as_ada):
    agency = MakeAgency(languages=["hu"])

    page = as_ada.get(address(Agency, "change", agency.pk)).content.decode()
    data = form_data(agency, languages=["nl", "pl"])
    as_ada.post(address(Agency, "change", agency.pk), data)

    agency.refresh_from_db()
    assert page.count('name="languages"') == 28
    assert page.count('name="languages" value="hu"') == 1
    assert agency.languages == ["nl", "pl"]


def test_a_service_and_a_person_are_written_down_with_the_agency(as_ada):
    agency = MakeAgency()
    data = form_data(agency) | {
        "services-TOTAL_FORMS": 1,
        "services-0-life_area": "debts",
        "services-0-name": "Plan",
        "contact_persons-TOTAL_FORMS": 1,
        "contact_persons-0-name": "Someone",
    }

    as_ada.post(address(Agency, "change", agency.pk), data)

    assert agency.services.get().name == "Plan"
    assert ContactPerson.objects.get().agency == agency


def test_an_agency_is_found_by_a_service(as_ada):
    agency = MakeService(name="Plan of payment").agency
    MakeAgency()

    response = as_ada.get(LIST, {"q": "payment"})

    assert list(response.context["cl"].result_list) == [agency]


@pytest.mark.parametrize(("use", "expected"), [("now", "Here"), ("retired", "Gone")])
def test_the_list_is_narrowed_by_use(as_ada, use, expected):
    MakeAgency(name="Here")
    MakeAgency(name="Gone", retired_on=date(2026, 1, 1))

    response = as_ada.get(LIST, {InUseFilter.parameter_name: use})

    assert [row.name for row in response.context["cl"].result_list] == [expected]


def test_every_change_page_opens(as_ada):
    MakeProgramme()
    kinds = [MakeKind(), MakeKind()]
    StandardBlocker.objects.create(
        blocker=kinds[0], blocked=kinds[1], strength="hard", hint_nl="x", hint_en="x"
    )
    MakeService()
    MakeMunicipality()

    opened = [
        as_ada.get(address(model, "change", row.pk)).status_code
        for model in KEPT
        for row in model.objects.all()
    ]

    assert set(opened) == {200}


def test_the_second_of_two_admins_is_told_and_keeps_what_was_typed(as_ada, ada):
    agency = MakeAgency(name="The desk")
    page = address(Agency, "change", agency.pk)
    seen = as_ada.get(page).context["adminform"].form.initial["seen"]
    as_ada.post(page, form_data(agency, name="Theirs", seen=seen))

    told = as_ada.post(page, form_data(agency, name="Mine", seen=seen))

    form = told.context["adminform"].form
    assert form["name"].value() == "Mine"
    assert form.errors["name"] == ["Now stored: Theirs"]
    assert form.non_field_errors()[0].startswith("Ada Admin saved this on ")
    assert Agency.objects.get().name == "Theirs"

    as_ada.post(page, form_data(agency, name="Mine", seen=form["seen"].value()))

    assert Agency.objects.get().name == "Mine"


def test_an_entry_of_a_list_is_not_overwritten_unseen_either(as_ada):
    reason = DeclineReason.objects.create(name_nl="Vol", name_en="Full")
    page = address(DeclineReason, "change", reason.pk)
    seen = as_ada.get(page).context["adminform"].form.initial["seen"]
    DeclineReason.objects.update(name_en="No place")

    told = as_ada.post(
        page, {"name_nl": "Vol", "name_en": "Full up", "seen": seen, "retired_on": ""}
    )

    assert "Now stored: No place" in problems(told)
    assert DeclineReason.objects.get().name_en == "No place"
