"""Accounts: invited by mail, closed and opened, never deleted.

An admin never sees or sets a password. Once there is one the address stays as it is:
who can change it could ask for a new password and walk in.
"""

from django.conf import settings
from django.contrib import admin, messages
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from counsellors import mail, open_id
from counsellors.access_log import Right, write
from counsellors.admin.fresh import FreshFactorAdmin
from counsellors.forms.user import UserForm
from counsellors.grants import tell_team_leads
from counsellors.invitation import invite
from counsellors.models import Membership, Role, User
from counsellors.models.access_event import Action, Ground
from counsellors.querysets.user import in_force
from counsellors.second_factor import forget_factors
from counsellors.sessions import end_sessions

KNOWN_LATER = ["is_active", "invited_at", "last_login"]


class RoleFilter(admin.SimpleListFilter):
    title = gettext_lazy("role now")
    parameter_name = "role"

    def lookups(self, request, model_admin):
        return Role.choices

    def queryset(self, request, queryset):
        if self.value() not in Role.values:
            return queryset
        held = Membership.objects.filter(in_force(), role=self.value())
        return queryset.filter(pk__in=held.values("user"))


class MembershipInline(admin.TabularInline):
    """To look at; a membership is granted and ended on its own page."""

    model = Membership
    fk_name = "user"
    fields = ["role", "programme", "starts_at", "ends_at", "granted_by"]
    readonly_fields = fields
    can_delete = False
    extra = 0
    show_change_link = True

    def has_add_permission(self, request, obj=None):
        return False

    def has_change_permission(self, request, obj=None):
        return False


@admin.register(User)
class UserAdmin(FreshFactorAdmin, admin.ModelAdmin):
    form = UserForm
    fields = [
        "name",
        "email",
        "phone",
        "language",
        "max_participants",
        "is_staff",
        "seen",
    ]
    list_display = ["name", "email", "is_active", "is_staff", "last_login"]
    list_filter = ["is_active", RoleFilter, "is_staff"]
    search_fields = ["name", "email"]
    inlines = [MembershipInline]
    actions = [
        "send_invitation",
        "reset_second_step",
        "unlink",
        "deactivate",
        "activate",
    ]

    def get_actions(self, request):
        """Without a provider there is nothing to unlink."""
        actions = super().get_actions(request)
        if settings.OPEN_ID is None:
            actions.pop("unlink", None)
        return actions

    def get_fields(self, request, obj=None):
        return [*self.fields, *KNOWN_LATER] if obj else self.fields

    def get_readonly_fields(self, request, obj=None):
        fixed = list(KNOWN_LATER)
        if obj and obj.has_usable_password():
            fixed.append("email")
        if obj == request.user:
            fixed.append("is_staff")
        return fixed

    def get_inlines(self, request, obj):
        return self.inlines if obj else []

    def get_search_results(self, request, queryset, search_term):
        """Who is chosen for a membership can have one."""
        if request.GET.get("model_name") == "membership":
            queryset = queryset.active().filter(is_staff=False)
        return super().get_search_results(request, queryset, search_term)

    def save_model(self, request, obj, form, change):
        if not change:
            obj.set_unusable_password()
        super().save_model(request, obj, form, change)
        if "is_staff" in form.changed_data:
            self.record(request, obj, Action.GRANT)
        if not change:
            self.mail_invitation(request, obj)

    def record(self, request, user, action):
        """A line for each programme that the user belongs to, or one without."""
        for programme in [m.programme for m in user.memberships_now] or [None]:
            write(
                request,
                action,
                right=Right(Ground.ADMIN),
                programme=programme,
                kind="user",
                object_id=user.pk,
            )

    def mail_invitation(self, request, user):
        if invite(request, user):
            told = _("An invitation was mailed to %(email)s.")
            messages.success(request, told % {"email": user.email})
        else:
            told = _("The mail to %(email)s could not be sent. Send it again later.")
            messages.error(request, told % {"email": user.email})

    @admin.action(
        description=gettext_lazy("Send a new invitation"), permissions=["change"]
    )
    def send_invitation(self, request, queryset):
        for user in queryset:
            if not user.is_active:
                told = _("%(name)s can't log in. Activate the account first.")
                messages.warning(request, told % {"name": user})
            elif user.has_usable_password():
                told = _("%(name)s has a password, and can ask for a new one.")
                messages.warning(request, told % {"name": user})
            else:
                self.mail_invitation(request, user)

    @admin.action(
        description=gettext_lazy("Reset the second step; open sessions end"),
        permissions=["change"],
    )
    def reset_second_step(self, request, queryset):
        """For who lost phone and codes; the person and her team leads are told."""
        for user in queryset:
            if user == request.user:
                messages.error(request, _("You can't reset your own second step."))
                continue
            self.record(request, user, Action.CHANGE)
            forget_factors(user)
            end_sessions(user)
            mail.try_to_send(user, "factor_changed")
            for membership in user.memberships_now:
                tell_team_leads(membership.programme)
            told = _("%(name)s adds a new one at the next log-in.")
            messages.success(request, told % {"name": user})

    @admin.action(
        description=gettext_lazy("Unlink from the provider; open sessions end"),
        permissions=["change"],
    )
    def unlink(self, request, queryset):
        """For who got another account there: the next log-in links that one."""
        for user in queryset:
            self.record(request, user, Action.CHANGE)
            open_id.unlink(user)
            end_sessions(user)
            told = _("%(name)s is linked anew at the next log-in.")
            messages.success(request, told % {"name": user})

    @admin.action(
        description=gettext_lazy("Deactivate: no log-in, open sessions end"),
        permissions=["change"],
    )
    def deactivate(self, request, queryset):
        for user in queryset.active():
            if user == request.user:
                messages.error(request, _("You can't deactivate yourself."))
                continue
            self.record(request, user, Action.CHANGE)
            user.deactivate()
            messages.success(
                request, _("%(name)s can't log in any more.") % {"name": user}
            )

    @admin.action(description=gettext_lazy("Activate again"), permissions=["change"])
    def activate(self, request, queryset):
        for user in queryset.filter(is_active=False):
            user.activate()
            self.record(request, user, Action.CHANGE)
            messages.success(request, _("%(name)s can log in again.") % {"name": user})
