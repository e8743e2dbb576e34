"""Agencies out and in as a table."""

import csv
import io

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection, transaction
from django.urls import get_resolver, reverse
from django.utils import translation
from openpyxl import load_workbook

from agencies.models import Agency
from counsellors.middleware import EXPORTS
from counsellors.models import AccessEvent
from tests.factories import MakeAgency, MakeMunicipality

EXPORT = reverse("admin:agencies_agency_export")
IMPORT = reverse("admin:agencies_agency_import")
CONFIRM = reverse("admin:agencies_agency_process_import")


def exported(client, file_format=0):
    """The rows of the export; 0 is CSV, 1 is XLSX."""
    response = client.post(EXPORT, {"format": file_format, "resource": ""})
    if file_format == 0:
        return list(csv.DictReader(io.StringIO(response.content.decode("utf-8-sig"))))
    head, *rows = load_workbook(io.BytesIO(response.content)).active.values
    return [dict(zip(head, row, strict=True)) for row in rows]


def table(rows):
    text = io.StringIO()
    writer = csv.DictWriter(text, list(rows[0]))
    writer.writeheader()
    writer.writerows(rows)
    return SimpleUploadedFile("agencies.csv", text.getvalue().encode())


def look_at(client, *rows):
    data = {"format": 0, "import_file": table(rows), "resource": ""}
    return client.post(IMPORT, data)


def take_in(client, *rows):
    seen = look_at(client, *rows)
    return client.post(CONFIRM, seen.context["confirm_form"].initial)


def faults(response):
    result = response.context["result"]
    with translation.override("en"):
        said = [str(e.error) for _line, errors in result.row_errors() for e in errors]
        for row in result.invalid_rows:
            said += row.error.messages
    return said


def test_a_file_that_leaves_is_one_line_for_a_privacy_officer(as_ada, ada, pim):
    as_ada.get(EXPORT)
    as_ada.post(EXPORT, {"format": "x"})
    before = ada.access_events.count()
    exported(as_ada)

    [line] = AccessEvent.objects.visible_to(pim)
    assert (line.actor, line.action, line.kind) == (ada, "export", "agency")
    assert (before, line.ground) == (0, "admin")


def test_without_its_line_no_file_leaves(as_ada):
    MakeAgency(name="De Brug")
    as_ada.raise_request_exception = False
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("REVOKE INSERT ON counsellors_accessevent FROM koers_web")

    response = as_ada.post(EXPORT, {"format": 0, "resource": ""})

    assert response.status_code == 500
    assert "De Brug" not in response.content.decode()


def test_each_way_out_of_the_admin_site_is_known_as_an_export():
    names = get_resolver().namespace_dict["admin"][1].reverse_dict
    ways = {name for name in names if isinstance(name, str) and "_export" in name}

    assert {f"admin:{name}" for name in ways} == set(EXPORTS)


@pytest.mark.parametrize("file_format", [0, 1])
def test_an_exported_formula_is_only_text(as_ada, file_format):
    MakeAgency(name="=HYPERLINK(1)", phone="+31 99 555 01 01")

    row = exported(as_ada, file_format)[0]

    assert (row["name"], row["phone"]) == ("'=HYPERLINK(1)", "'+31 99 555 01 01")


def test_what_went_out_comes_in_unchanged(as_ada):
    agency = MakeAgency(name="@Home", phone="+31 1", languages=["nl", "hu"])
    agency.municipalities.set([MakeMunicipality(), MakeMunicipality()])
    before = exported(as_ada)

    seen = look_at(as_ada, *before)

    assert seen.context["result"].totals["skip"] == 1
    assert exported(as_ada) == before


def test_an_import_adds_and_changes(as_ada):
    place = MakeMunicipality(name="Waterveen")
    old = MakeAgency(name="Old")
    change = {"id": old.pk, "name": "New name", "kind": "dentist"}
    add = {"name": "Added", "kind": "bank", "municipalities": "Waterveen"}
    blank = dict.fromkeys(["id", "name", "kind", "municipalities"], "")

    take_in(as_ada, blank | change, blank | add)

    old.refresh_from_db()
    assert (old.name, old.kind) == ("New name", "dentist")
    assert list(Agency.objects.get(name="Added").municipalities.all()) == [place]


def test_an_import_deletes_nothing(as_ada):
    agency = MakeAgency(name="Stays")

    take_in(as_ada, {"name": "Added", "kind": "bank", "delete": "1"})
    take_in(as_ada, {"id": agency.pk, "name": "Stays", "kind": "bank", "delete": "1"})

    assert Agency.objects.count() == 2


def test_an_import_retires_nothing(as_ada):
    agency = MakeAgency()
    row = {"id": agency.pk, "name": "A", "kind": "bank", "retired_on": "2020-01-01"}

    take_in(as_ada, row)

    agency.refresh_from_db()
    assert (agency.name, agency.retired_on) == ("A", None)


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"kind": "bakery"}, "Value 'bakery' is not a valid choice."),
        ({"municipalities": "Nowhere"}, "Not known here: Nowhere"),
        ({"email": "no address"}, "Enter a valid email address."),
        ({"name": ""}, "This field cannot be blank."),
        ({"name": "a\0b"}, "A cell holds a character that is no text."),
        ({"website": "javascript:alert(1)"}, "Enter a valid URL."),
    ],
)
def test_a_faulty_row_is_told_and_nothing_is_taken_in(as_ada, wrong, said):
    sound = {"name": "A", "kind": "bank"}

    response = look_at(as_ada, sound | wrong)

    assert faults(response) == [said]
    assert not Agency.objects.exists()


@pytest.mark.parametrize("wrong", [{"languages": "xx"}, {"name": "x" * 10_000}])
def test_a_cell_out_of_range_is_told(as_ada, wrong):
    response = look_at(as_ada, {"name": "A", "kind": "bank", "languages": ""} | wrong)

    assert len(faults(response)) == 1
    assert not Agency.objects.exists()


def test_the_page_says_which_row_is_faulty(as_ada):
    html = look_at(as_ada, {"name": "A", "kind": "bakery"}).content.decode()

    assert "Row 1, kind: Value &#x27;bakery&#x27; is not a valid choice." in html


def test_a_key_that_is_none_is_told(as_ada):
    response = look_at(as_ada, {"id": "no key", "name": "A", "kind": "bank"})

    assert response.status_code == 200
    assert len(faults(response)) == 1


def test_the_preview_holds_no_inline_style(as_ada):
    agency = MakeAgency(name="<b>Old</b>")

    html = look_at(
        as_ada, {"id": agency.pk, "name": "New & better", "kind": agency.kind}
    ).content.decode()

    assert "<del>&lt;b&gt;Old&lt;/b&gt;</del> <ins>New &amp; better</ins>" in html
    assert "style=" not in html


def test_a_counsellor_exports_and_imports_nothing(as_anouk):
    pages = [as_anouk.get(page, follow=True) for page in (EXPORT, IMPORT)]

    assert [page.status_code for page in pages] == [403, 403]
