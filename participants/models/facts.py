"""Counted facts, read from views that hold no free text and no sealed column.

Team leads and coordinators reach nothing else of a dossier. The views are made by
a migration; each narrows itself to the programmes of whoever asks.
"""

from django.db import models

from agencies.models import Agency, Programme
from counsellors.models import User
from exitprog import moment
from exitprog.life_areas import LifeArea
from participants.models.bottleneck import BottleneckState, Lane, WaitingOn
from participants.models.trajectory import State
from participants.querysets.facts import (
    BottleneckFactQuerySet,
    CaseFactQuerySet,
    FactQuerySet,
)

UNSEEN_DAYS = 14


class CaseFact(models.Model):
    """One trajectory by its case code."""

    id = models.UUIDField(primary_key=True)
    code = models.CharField(max_length=8)
    programme = models.ForeignKey(Programme, models.DO_NOTHING, related_name="+")
    state = models.CharField(max_length=12, choices=State)
    started_on = models.DateField()
    ended_on = models.DateField(null=True)
    counsellor = models.ForeignKey(User, models.DO_NOTHING, null=True, related_name="+")
    seen_on = models.DateField(null=True)
    is_acute = models.BooleanField()
    open_bottlenecks = models.PositiveIntegerField()

    objects = CaseFactQuerySet.as_manager()

    class Meta:
        managed = False
        db_table = "participants_casefact"

    def __str__(self):
        return self.code

    @property
    def phase(self):
        """Its name; `get_state_display` builds all names anew for each row."""
        return State(self.state).label

    @property
    def days_unseen(self):
        """Days since the last session that took place, else since the start."""
        return (moment.today() - (self.seen_on or self.started_on)).days

    @property
    def is_unseen(self):
        return self.days_unseen > UNSEEN_DAYS


class BottleneckFact(models.Model):
    """One active bottleneck without a word of what it is."""

    id = models.UUIDField(primary_key=True)
    case = models.ForeignKey(CaseFact, models.DO_NOTHING, related_name="+")
    programme = models.ForeignKey(Programme, models.DO_NOTHING, related_name="+")
    life_area = models.CharField(max_length=20, choices=LifeArea)
    severity = models.PositiveSmallIntegerField()
    state = models.CharField(max_length=10, choices=BottleneckState)
    lane = models.CharField(max_length=5, choices=Lane)
    waiting_on = models.CharField(max_length=11, choices=WaitingOn)
    waiting_agency = models.ForeignKey(
        Agency, models.DO_NOTHING, null=True, related_name="+"
    )
    waiting_since = models.DateField(null=True)
    opened_on = models.DateField()
    stepped_on = models.DateField(null=True)

    objects = BottleneckFactQuerySet.as_manager()

    class Meta:
        managed = False
        db_table = "participants_bottleneckfact"

    def __str__(self):
        return str(self.pk)

    @property
    def area(self):
        return LifeArea(self.life_area).label

    @property
    def weeks_still(self):
        """Whole weeks without a step, a session or a contact."""
        return (moment.today() - (self.stepped_on or self.opened_on)).days // 7


class CoverFact(models.Model):
    """Who covers which case, now or soon."""

    id = models.UUIDField(primary_key=True)
    case = models.ForeignKey(CaseFact, models.DO_NOTHING, related_name="+")
    programme = models.ForeignKey(Programme, models.DO_NOTHING, related_name="+")
    user = models.ForeignKey(User, models.DO_NOTHING, related_name="+")
    starts_at = models.DateTimeField()
    ends_at = models.DateTimeField(null=True)

    objects = FactQuerySet.as_manager()

    class Meta:
        managed = False
        db_table = "participants_coverfact"

    def __str__(self):
        return str(self.pk)
