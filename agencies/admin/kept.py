"""What admins keep is retired and restored, never deleted."""

from django.contrib import admin
from django.db.models import Q
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from exitprog import moment
from exitprog.seen import SeenForm


class InUseFilter(admin.SimpleListFilter):
    title = gettext_lazy("use")
    parameter_name = "use"

    def lookups(self, request, model_admin):
        return [("now", _("in use")), ("retired", _("out of use"))]

    def queryset(self, request, queryset):
        ended = Q(retired_on__lte=moment.today())
        match self.value():
            case "now":
                return queryset.exclude(pk__in=queryset.filter(ended))
            case "retired":
                return queryset.filter(ended)


class KeptAdmin(admin.ModelAdmin):
    form = SeenForm
    save_as = False
    show_full_result_count = False

    def has_delete_permission(self, request, obj=None):
        return False


class RetiringAdmin(KeptAdmin):
    """For rows with the verbs `retire` and `restore`."""

    actions = ["retire", "restore"]

    @admin.action(
        description=gettext_lazy("Take out of use from today"), permissions=["change"]
    )
    def retire(self, request, queryset):
        rows = list(queryset.filter(retired_on=None))
        for row in rows:
            row.retire()
            self.log_change(request, row, _("Taken out of use."))
        self.tell(request, len(rows))

    @admin.action(
        description=gettext_lazy("Take into use again"), permissions=["change"]
    )
    def restore(self, request, queryset):
        rows = list(queryset.exclude(retired_on=None))
        for row in rows:
            row.restore()
            self.log_change(request, row, _("Taken into use again."))
        self.tell(request, len(rows))

    def tell(self, request, number):
        text = ngettext("%(number)s changed.", "%(number)s changed.", number)
        self.message_user(request, text % {"number": number})
