"""Agencies with their services and contact persons; also in and out as a table."""

from django.contrib import admin
from django.utils.translation import gettext_lazy as _
from import_export.admin import ImportExportMixin
from import_export.formats.base_formats import CSV, XLSX
from import_export.forms import ExportForm

from agencies.admin.kept import InUseFilter, RetiringAdmin
from agencies.forms import AgencyForm
from agencies.models import Agency, ContactPerson, Service
from agencies.resources import AgencyResource
from exitprog.seen import SeenForm


class ServiceInline(admin.StackedInline):
    model = Service
    form = SeenForm
    extra = 0
    can_delete = False
    fields = [
        ("life_area", "name"),
        "for_whom",
        ("waiting_weeks", "waiting_updated_on"),
        "retired_on",
        "seen",
    ]


class ContactPersonInline(admin.StackedInline):
    model = ContactPerson
    form = SeenForm
    extra = 0
    can_delete = False
    fields = [("name", "task"), ("phone", "email"), "left_on", "seen"]


@admin.register(Agency)
class AgencyAdmin(ImportExportMixin, RetiringAdmin):
    form = AgencyForm
    fieldsets = [
        (None, {"fields": ["name", "kind", "municipalities", "seen"]}),
        (_("Languages"), {"fields": ["languages", "interpreter"]}),
        (_("How to reach them"), {"fields": ["phone", "email", "website"]}),
        (_("Out of use"), {"fields": ["retired_on", "merged_into"]}),
    ]
    inlines = [ServiceInline, ContactPersonInline]
    list_display = ["name", "kind", "retired_on", "merged_into"]
    list_filter = [
        InUseFilter,
        "kind",
        "services__life_area",
        "interpreter",
        "municipalities",
    ]
    list_select_related = ["merged_into"]
    search_fields = ["name", "services__name", "contact_persons__name"]
    autocomplete_fields = ["municipalities", "merged_into"]
    resource_classes = [AgencyResource]
    formats = [CSV, XLSX]
    export_form_class = ExportForm
