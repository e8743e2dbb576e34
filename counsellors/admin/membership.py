"""Granting a right and ending it; both are logged and told to the team leads."""

from django.contrib import admin, messages
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from counsellors.access_log import Right, write
from counsellors.admin.fresh import FreshFactorAdmin
from counsellors.forms.membership import MembershipForm
from counsellors.grants import tell_team_leads
from counsellors.models import Membership
from counsellors.models.access_event import Action, Ground


class PeriodFilter(admin.SimpleListFilter):
    title = gettext_lazy("period")
    parameter_name = "period"

    def lookups(self, request, model_admin):
        return [("now", _("in force now")), ("other", _("ended or still to come"))]

    def queryset(self, request, queryset):
        now = Membership.objects.in_force()
        match self.value():
            case "now":
                return queryset.filter(pk__in=now)
            case "other":
                return queryset.exclude(pk__in=now)


@admin.register(Membership)
class MembershipAdmin(FreshFactorAdmin, admin.ModelAdmin):
    form = MembershipForm
    fields = ["user", "programme", "role", "starts_at", "ends_at", "seen"]
    list_display = ["user", "role", "programme", "starts_at", "ends_at", "granted_by"]
    list_filter = [PeriodFilter, "role", "programme"]
    list_select_related = ["user", "programme", "granted_by"]
    search_fields = ["user__name", "user__email", "programme__name"]
    autocomplete_fields = ["user"]
    actions = ["end_now"]

    def get_readonly_fields(self, request, obj=None):
        if obj is None:
            return []
        fixed = ["user", "programme", "role", "starts_at", "granted_by"]
        return fixed if obj.is_in_force else [*fixed, "ends_at"]

    def get_fields(self, request, obj=None):
        return [*self.fields, "granted_by"] if obj else self.fields

    def get_form(self, request, obj=None, change=False, **kwargs):
        form = super().get_form(request, obj, change=change, **kwargs)
        return type(form.__name__, (form,), {"granter": request.user})

    def save_model(self, request, obj, form, change):
        if not change:
            obj.granted_by = request.user
        super().save_model(request, obj, form, change)
        self.record(request, obj, Action.CHANGE if change else Action.GRANT)

    def record(self, request, membership, action):
        write(
            request,
            action,
            right=Right(Ground.ADMIN),
            programme=membership.programme,
            kind="user",
            object_id=membership.user_id,
        )
        tell_team_leads(membership.programme)

    @admin.action(
        description=gettext_lazy("End these memberships now"), permissions=["change"]
    )
    def end_now(self, request, queryset):
        ended = list(queryset.in_force())
        for membership in ended:
            membership.end()
            self.record(request, membership, Action.CHANGE)
        told = ngettext(
            "%(count)s membership ended.", "%(count)s memberships ended.", len(ended)
        )
        messages.success(request, told % {"count": len(ended)})
