"""The lists that counsellors choose from."""

from django.contrib import admin

from agencies.admin.kept import InUseFilter, KeptAdmin, RetiringAdmin
from agencies.models import (
    BottleneckKind,
    DeclineReason,
    MilestoneTemplate,
    SessionPhrase,
    StandardBlocker,
)


class ListEntryAdmin(RetiringAdmin):
    list_display = ["name_nl", "name_en", "retired_on"]
    list_filter = [InUseFilter]
    search_fields = ["name_nl", "name_en"]


@admin.register(DeclineReason)
class DeclineReasonAdmin(ListEntryAdmin):
    pass


@admin.register(SessionPhrase)
class SessionPhraseAdmin(ListEntryAdmin):
    pass


@admin.register(BottleneckKind)
class BottleneckKindAdmin(ListEntryAdmin):
    list_display = ["name_nl", "name_en", "life_area", "retired_on"]
    list_filter = ["life_area", InUseFilter]
    prepopulated_fields = {"slug": ["name_en"]}


@admin.register(MilestoneTemplate)
class MilestoneTemplateAdmin(ListEntryAdmin):
    list_display = ["name_nl", "name_en", "life_area", "days", "retired_on"]
    list_filter = ["life_area", InUseFilter]


@admin.register(StandardBlocker)
class StandardBlockerAdmin(KeptAdmin):
    list_display = ["blocker", "blocked", "strength", "valid_from", "valid_to"]
    list_filter = ["strength", "blocked__life_area"]
    list_select_related = ["blocker", "blocked"]
    search_fields = [
        f"{end}__{name}"
        for end in ("blocker", "blocked")
        for name in ("name_nl", "name_en")
    ]
    autocomplete_fields = ["blocker", "blocked"]
