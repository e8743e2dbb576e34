"""Who saw or did what: one line for each, written in the request's own transaction.

A line holds no personal value: a case code, keys, names of field groups and keyed
hashes of what was searched for. Lines are never changed or removed.
"""

import pgtrigger
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from agencies.models import Programme
from counsellors.models.user import User
from counsellors.page_names import name_of
from counsellors.querysets.access_event import AccessEventQuerySet
from exitprog import moment


class Action(models.TextChoices):
    OPEN = "open", _("opened")
    LIST = "list", _("listed")
    SEARCH = "search", _("searched")
    CREATE = "create", _("added")
    CHANGE = "change", _("changed")
    REVEAL = "reveal", _("asked for")
    GRANT = "grant", _("granted a right")
    PRINT = "print", _("printed")
    EXPORT = "export", _("exported")
    LOG_IN = "log_in", _("logged in")
    LOG_OUT = "log_out", _("logged out")
    END_ALL = "end_all", _("logged out everywhere")
    STEP = "step", _("second step")
    STEP_AGAIN = "step_again", _("second step again")
    ADD_STEP = "add_step", _("added a second step")
    END_STEP = "end_step", _("removed a second step")
    NEW_CODES = "new_codes", _("made new recovery codes")
    USED_CODE = "used_code", _("used a recovery code")
    PASSWORD = "password", _("chose a new password")
    LINK = "link", _("linked for log-in")


class Result(models.TextChoices):
    GRANTED = "granted", _("granted")
    REFUSED = "refused", _("not allowed")
    SLOWED = "slowed", _("must wait")


class Ground(models.TextChoices):
    """The right that allowed it."""

    PRIMARY = "primary", _("counsellor")
    COVER = "cover", _("cover")
    BREAK_GLASS = "break_glass", _("emergency")
    MEMBERSHIP = "membership", _("membership")
    ADMIN = "admin", _("admin")


class Proof(models.TextChoices):
    """What one logs in with: the kind of a line about one's own account."""

    PASSWORD = "password", _("password")
    PROVIDER = "provider", _("account of the organisation")
    APP = "app", _("app for codes")
    KEY = "key", pgettext_lazy("second step", "key")
    CODES = "codes", _("recovery codes")


class CountedField(models.PositiveIntegerField):
    """A number that the INSERT counts, and tells with the key of the line."""

    db_returning = True


class AccessEvent(models.Model):
    at = models.DateTimeField(_("when"), default=moment.now)
    request_id = models.UUIDField(null=True)
    actor = models.ForeignKey(
        User, models.PROTECT, related_name="access_events", verbose_name=_("who")
    )
    on_behalf_of = models.ForeignKey(
        User, models.PROTECT, null=True, related_name="+", verbose_name=_("for")
    )
    action = models.CharField(_("what"), max_length=10, choices=Action)
    result = models.CharField(_("result"), max_length=10, choices=Result)
    page = models.CharField(_("page"), max_length=80)
    kind = models.CharField(max_length=40, blank=True)
    object_id = models.UUIDField(null=True)
    case_code = models.CharField(_("code"), max_length=12, blank=True)
    case_codes = ArrayField(models.CharField(max_length=12), default=list)
    field_groups = ArrayField(models.CharField(max_length=20), default=list)
    programme = models.ForeignKey(
        Programme, models.PROTECT, null=True, related_name="access_events"
    )
    ground = models.CharField(_("right"), max_length=12, choices=Ground, blank=True)
    ground_id = models.UUIDField(null=True)
    is_authorised = models.BooleanField(default=True)
    has_relation = models.BooleanField(default=False)
    has_consent = models.BooleanField(null=True)
    is_emergency = models.BooleanField(default=False)
    was_closed = models.BooleanField(default=False)
    pace = CountedField(null=True)
    search_hash = models.CharField(max_length=64, blank=True)
    result_count = models.PositiveIntegerField(null=True)
    origin = models.GenericIPAddressField(null=True)
    device = models.CharField(max_length=200, blank=True)

    objects = AccessEventQuerySet.as_manager()

    class Meta:
        verbose_name = _("line of the access log")
        verbose_name_plural = _("access log")
        ordering = ["-at", "-pk"]
        indexes = [
            models.Index(
                fields=["programme", "-at", "-id"], name="access_by_programme"
            ),
            models.Index(fields=["-at", "-id"], name="access_newest_first"),
            models.Index(fields=["case_code", "-at"], name="access_by_case"),
            models.Index(fields=["actor", "-at"], name="access_by_actor"),
        ]
        triggers = [
            pgtrigger.Protect(
                name="lines_stay", operation=pgtrigger.Update | pgtrigger.Delete
            ),
        ]

    def __str__(self):
        return f"{self.at:%Y-%m-%d %H:%M} {self.action} {self.case_code}".strip()

    @property
    def page_name(self):
        return name_of(self.page)

    @property
    def about(self):
        """What one logged in with, or the user that a right went to."""
        if self.object_id == self.actor_id:
            return dict(Proof.choices).get(self.kind, "")
        return self.object_name
