"""The directory: what a counsellor weighs of each agency, in pages by key.

The waiting time of an agency is the smallest of its running services, in the life
area that was asked for. Nothing is counted and nothing is skipped over: a page begins
after the last row of the one before it.
"""

from dataclasses import dataclass
from uuid import UUID

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import OuterRef, Q, Subquery, Value
from django.db.models.functions import Coalesce, Lower
from django.utils.functional import cached_property

from agencies.models import Agency, MeasuredWait, Municipality, Service
from agencies.waiting import Wait, in_weeks
from exitprog.languages import SpokenLanguage
from exitprog.life_areas import LifeArea

PAGE = 50
UNKNOWN_WAIT = 32_767
KEYS = {"name": ["name_key", "pk"], "wait": ["wait_key", "name_key", "pk"]}


class BadPageError(ValueError):
    """The address of a page that this directory never gave."""


@dataclass(frozen=True)
class Row:
    agency: Agency

    @property
    def life_areas(self):
        found = set(self.agency.helps_with)
        return [area for area in LifeArea if area.value in found]

    @property
    def languages(self):
        return [SpokenLanguage(code).label for code in self.agency.languages]

    @property
    def wait(self):
        return Wait(self.agency.wait_weeks, self.agency.wait_asked_on)

    @property
    def measured_weeks(self):
        days = self.agency.measured_days
        return None if days is None else in_weeks(days)


@dataclass(frozen=True)
class Page:
    """Up to PAGE rows of `agencies` from `after` on, sorted by name or waiting time."""

    agencies: object
    sort: str
    after: str = ""

    @cached_property
    def _found(self):
        agencies = self.agencies.order_by(*KEYS[self.sort])
        if self.after:
            agencies = agencies.filter(beyond(KEYS[self.sort], read_key(self.after)))
        return list(agencies[: PAGE + 1])

    @property
    def rows(self):
        return [Row(agency) for agency in self._found[:PAGE]]

    @property
    def next_key(self):
        """What the address of the next page says; empty on the last one."""
        return write_key(self._found[PAGE - 1]) if len(self._found) > PAGE else ""


def with_facts(agencies, life_area=""):
    """All that a row shows, in the statement that finds the agencies."""
    services = Service.objects.running().filter(agency=OuterRef("pk"))
    asked = services.filter(life_area=life_area) if life_area else services
    soonest = asked.exclude(waiting_weeks=None).order_by(
        "waiting_weeks", "-waiting_updated_on"
    )
    of_agency = Q(agency=OuterRef("pk")) | Q(service__agency=OuterRef("pk"))
    measured = MeasuredWait.objects.filter(of_agency).order_by("-as_of", "median_days")
    places = Municipality.objects.filter(agencies=OuterRef("pk"))
    areas = services.order_by().values("life_area").distinct()
    weeks = Subquery(soonest.values("waiting_weeks")[:1])
    return agencies.annotate(
        helps_with=ArraySubquery(areas),
        places=ArraySubquery(places.order_by("name").values("name")),
        wait_weeks=weeks,
        wait_asked_on=Subquery(soonest.values("waiting_updated_on")[:1]),
        wait_service=Subquery(soonest.values("name")[:1]),
        measured_days=Subquery(measured.values("median_days")[:1]),
        measured_n=Subquery(measured.values("n")[:1]),
        name_key=Lower("name"),
        wait_key=Coalesce(weeks, Value(UNKNOWN_WAIT)),
    )


def beyond(names, key) -> Q:
    """The rows after `key` in the order of `names`."""
    first, *rest = names
    further = Q(**{f"{first}__gt": key[first]})
    if not rest:
        return further
    return further | Q(**{first: key[first]}) & beyond(rest, key)


def write_key(agency) -> str:
    return f"{agency.wait_key}.{agency.pk}.{agency.name_key}"


def read_key(text) -> dict:
    try:
        weeks, pk, name = text.split(".", 2)
        key = {"wait_key": int(weeks), "pk": UUID(pk), "name_key": name}
    except ValueError as error:
        raise BadPageError(text) from error
    if not 0 <= key["wait_key"] <= UNKNOWN_WAIT or "\0" in name:
        raise BadPageError(text)
    return key
