"""The right that a user has in a programme, for a period."""

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import RangeOperators
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from agencies.models import Programme
from counsellors.models.user import User
from counsellors.querysets.membership import MembershipQuerySet
from exitprog import moment
from exitprog.periods import KeyRange, MomentRange, WordRange
from exitprog.records import Record


class Role(models.TextChoices):
    COUNSELLOR = "counsellor", _("Counsellor")
    TEAM_LEAD = "team_lead", _("Team lead")
    COORDINATOR = "coordinator", _("Municipality coordinator")
    PRIVACY_OFFICER = "privacy_officer", _("Privacy officer")


class Membership(Record):
    user = models.ForeignKey(
        User, models.PROTECT, related_name="memberships", verbose_name=_("user")
    )
    programme = models.ForeignKey(
        Programme,
        models.PROTECT,
        related_name="memberships",
        verbose_name=_("programme"),
    )
    role = models.CharField(_("role"), max_length=15, choices=Role)
    starts_at = models.DateTimeField(_("starts"), default=moment.now)
    ends_at = models.DateTimeField(_("ends"), null=True, blank=True)
    granted_by = models.ForeignKey(
        User,
        models.PROTECT,
        related_name="+",
        null=True,
        editable=False,
        verbose_name=_("granted by"),
    )

    objects = MembershipQuerySet.as_manager()

    class Meta:
        verbose_name = _("membership")
        verbose_name_plural = _("memberships")
        ordering = ["programme", "role", "user"]
        constraints = [
            models.CheckConstraint(
                condition=Q(ends_at=None) | Q(ends_at__gt=F("starts_at")),
                name="a_membership_ends_after_it_starts",
                violation_error_message=_("The end must come after the start."),
            ),
            models.CheckConstraint(
                condition=~Q(granted_by=F("user")),
                name="nobody_grants_a_membership_to_oneself",
                violation_error_message=_("You can't grant yourself a membership."),
            ),
            ExclusionConstraint(
                name="one_membership_per_role_at_a_time",
                expressions=[
                    (KeyRange("user"), RangeOperators.OVERLAPS),
                    (KeyRange("programme"), RangeOperators.OVERLAPS),
                    (WordRange("role"), RangeOperators.OVERLAPS),
                    (MomentRange("starts_at", "ends_at"), RangeOperators.OVERLAPS),
                ],
                violation_error_message=_(
                    "There is a membership with this role in this period already."
                ),
            ),
        ]

    def __str__(self):
        return f"{self.user}, {self.get_role_display()}, {self.programme}"

    def clean(self):
        if self.user_id and self.user.is_staff:
            raise ValidationError(
                {"user": _("An admin can have no memberships. Choose another account.")}
            )

    def end(self):
        """End the right at this moment; the next request has it no more."""
        self.ends_at = moment.now()
        self.save(update_fields=["ends_at"])

    @property
    def is_in_force(self):
        """Half-open: in force from its start up to, not including, its end."""
        now = moment.now()
        return self.starts_at <= now and (self.ends_at is None or now < self.ends_at)
