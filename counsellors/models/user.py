"""Who logs in. A user has no groups and no permissions: rights are Memberships."""

from functools import cache

from django.contrib.auth.models import AbstractBaseUser
from django.db import models, transaction
from django.db.models.functions import Lower
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from counsellors.querysets.user import UserManager, in_force
from counsellors.sessions import end_sessions
from exitprog.records import Record
from exitprog.remembered import SOMEONE, Remembered


class Language(models.TextChoices):
    DUTCH = "nl", "Nederlands"
    ENGLISH = "en", "English"


class Theme(models.TextChoices):
    SYSTEM = "system", _("As my device")
    LIGHT = "light", _("Light")
    DARK = "dark", _("Dark")


class User(AbstractBaseUser, Record):
    email = models.EmailField(_("e-mail address"))
    name = models.CharField(_("name"), max_length=120)
    phone = models.CharField(_("work phone"), max_length=40, blank=True)
    language = models.CharField(
        _("language"), max_length=2, choices=Language, default=Language.DUTCH
    )
    theme = models.CharField(
        _("light or dark"), max_length=6, choices=Theme, default=Theme.SYSTEM
    )
    has_shortcuts = models.BooleanField(_("single-key shortcuts"), default=True)
    max_participants = models.PositiveSmallIntegerField(
        _("most participants at a time"), default=20
    )
    is_active = models.BooleanField(_("may log in"), default=True)
    is_staff = models.BooleanField(
        _("admin"),
        default=False,
        help_text=_("Opens this admin site. An admin can have no memberships."),
    )
    invited_at = models.DateTimeField(_("invited"), null=True, editable=False)

    objects = UserManager()
    USERNAME_FIELD = "email"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS = ["name"]

    class Meta:
        verbose_name = _("user")
        verbose_name_plural = _("users")
        ordering = ["name", "email"]
        constraints = [
            models.UniqueConstraint(Lower("email"), name="an_email_logs_in_one_user"),
        ]

    def __str__(self):
        return self.name

    @transaction.atomic
    def deactivate(self):
        """Close the account: no log-in any more, and every open session ends now."""
        self.is_active = False
        self.save(update_fields=["is_active"])
        end_sessions(self)

    def activate(self):
        """Open the account again, with the password and the rights that it had."""
        self.is_active = True
        self.save(update_fields=["is_active"])

    @cached_property
    def memberships_now(self):
        """The memberships in force; the user object lives as long as the request."""
        if not self.is_active or self.is_staff:
            return []
        return memberships_statement(self.memberships.model).rows_for(self)

    def has_role(self, *roles):
        """Whether a membership with one of `roles` is in force."""
        return any(membership.role in roles for membership in self.memberships_now)

    def programmes_as(self, *roles):
        """The keys of the programmes in which one of `roles` is in force."""
        return [m.programme_id for m in self.memberships_now if m.role in roles]

    def has_perm(self, perm, obj=None):
        """The registered models are open to staff; nothing may be deleted."""
        return self.is_active and self.is_staff and ".delete_" not in perm

    def has_perms(self, perms, obj=None):
        return all(self.has_perm(perm, obj) for perm in perms)

    def has_module_perms(self, app_label):
        return self.is_active and self.is_staff


@cache
def memberships_statement(model):
    """The memberships that someone has now: asked in every request, written once."""
    return Remembered(
        lambda: (
            model.objects.filter(in_force(), user=SOMEONE)
            .select_related("programme")
            .order_by("role", "pk")
        )
    )
