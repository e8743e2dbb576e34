"""Daytime activity: what fills her days, and how far the hours are from her goal."""

from participants.daytime_words import ActivityCard
from participants.forms.daytime import DaytimeForm
from participants.models import DaytimeActivity
from participants.views.period import (
    PeriodEdit,
    PeriodEnd,
    PeriodList,
    PeriodNew,
    PeriodPage,
)


class DaytimePage(PeriodPage):
    field_groups = ("daytime",)
    model = DaytimeActivity
    route = "daytime"
    form_class = DaytimeForm


class DaytimeList(DaytimePage, PeriodList):
    card = ActivityCard
    template_name = "participants/daytime/list.html"


class DaytimeNew(DaytimePage, PeriodNew):
    template_name = "participants/daytime/new.html"


class DaytimeEdit(DaytimePage, PeriodEdit):
    template_name = "participants/daytime/edit.html"


class DaytimeEnd(DaytimePage, PeriodEnd):
    pass
