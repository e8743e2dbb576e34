"""Municipalities and the programmes that work in them."""

from django.contrib import admin

from agencies.admin.kept import KeptAdmin
from agencies.models import Municipality, Programme


@admin.register(Municipality)
class MunicipalityAdmin(KeptAdmin):
    list_display = ["name", "cbs_code"]
    search_fields = ["name", "cbs_code"]


@admin.register(Programme)
class ProgrammeAdmin(KeptAdmin):
    list_display = [
        "name",
        "provider",
        "central_municipality",
        "now_limit",
        "starts_on",
        "ends_on",
    ]
    list_select_related = ["central_municipality"]
    search_fields = ["name", "provider"]
    autocomplete_fields = ["central_municipality", "municipalities"]
    prepopulated_fields = {"slug": ["name"]}
