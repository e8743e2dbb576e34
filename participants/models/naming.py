"""Who is named for a dossier that is extra protected.

A name alone opens nothing: an assignment in force goes with it. The counsellor names
from inside the dossier. Where no counsellor is left who can, the team lead asks for a
name, and it counts once a second person confirmed it.
"""

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import RangeOperators
from django.db import models
from django.db.models import F, Q

from counsellors.models import User
from exitprog import moment
from exitprog.periods import KeyRange, MomentRange
from exitprog.records import VersionedRecord
from participants.models.event import tracked
from participants.models.participant import Participant
from participants.querysets.naming import NamingQuerySet


@tracked()
class Naming(VersionedRecord):
    """Named from inside, it is confirmed by who named; asked for, by someone else."""

    participant = models.ForeignKey(Participant, models.PROTECT, related_name="namings")
    user = models.ForeignKey(User, models.PROTECT, related_name="namings")
    named_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    confirmed_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    confirmed_at = models.DateTimeField(null=True)
    starts_at = models.DateTimeField(default=moment.now)
    ends_at = models.DateTimeField(null=True)

    objects = NamingQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(ends_at=None) | Q(ends_at__gt=F("starts_at")),
                name="a_naming_ends_after_it_starts",
            ),
            models.CheckConstraint(
                condition=Q(confirmed_by=None, confirmed_at=None)
                | Q(confirmed_by__isnull=False, confirmed_at__isnull=False),
                name="a_confirmed_naming_says_who_and_when",
            ),
            models.CheckConstraint(
                condition=~Q(user=F("named_by"))
                | Q(confirmed_by__isnull=False, confirmed_by=F("named_by")),
                name="who_names_herself_does_so_from_inside",
            ),
            models.CheckConstraint(
                condition=Q(confirmed_by=None)
                | Q(confirmed_by=F("named_by"))
                | ~Q(confirmed_by=F("user")),
                name="nobody_confirms_her_own_name",
            ),
            ExclusionConstraint(
                name="someone_is_named_once_at_a_time",
                expressions=[
                    (KeyRange("participant"), RangeOperators.OVERLAPS),
                    (KeyRange("user"), RangeOperators.OVERLAPS),
                    (MomentRange("starts_at", "ends_at"), RangeOperators.OVERLAPS),
                ],
            ),
        ]
        indexes = [models.Index("user", "participant", name="naming_by_user")]

    def __str__(self):
        return f"{self.user_id} {self.participant_id}"

    @property
    def is_confirmed(self):
        return self.confirmed_at is not None

    def confirm(self, by):
        """It counts from now; raises StaleVersionError when someone was first."""
        self.claim()
        self.confirmed_by, self.confirmed_at = by, moment.now()
        self.save(update_fields=["confirmed_by", "confirmed_at"])

    def end(self):
        """It counts no longer, or never will; raises StaleVersionError likewise."""
        self.claim()
        self.ends_at = moment.now()
        self.save(update_fields=["ends_at"])
