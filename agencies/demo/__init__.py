"""Agencies to try Koers with: a region, three programmes, and who helps there.

All of it is invented. No such municipality code and no such dialling code exists, and
addresses end in .example. Keys come from the names, so that each run makes the same.
"""

import json
from datetime import timedelta
from pathlib import Path
from types import SimpleNamespace
from uuid import NAMESPACE_URL, uuid5

from agencies.models import (
    Agency,
    ContactPerson,
    MeasuredWait,
    Municipality,
    Programme,
    Service,
)

FACTS = Path(__file__).with_name("agencies.json")
FIRST_CODE = 9001


def seed_agencies(today):
    """Make them all; gives `municipalities` by name, `programmes` by slug, `agencies`
    by key."""
    facts = json.loads(FACTS.read_text(encoding="utf-8"))
    municipalities = seed_municipalities(facts["programmes"])
    programmes = {
        row["slug"]: seed_programme(row, municipalities, today)
        for row in facts["programmes"]
    }
    agencies = {}
    for row in facts["agencies"]:
        agencies[row["key"]] = agency_of(row, agencies, today)
    Agency.objects.bulk_create(agencies.values())
    seed_places(facts["agencies"], agencies, municipalities, programmes)
    seed_details(facts, agencies, today)
    return SimpleNamespace(
        municipalities=municipalities, programmes=programmes, agencies=agencies
    )


def key_of(*words):
    return uuid5(NAMESPACE_URL, "https://koers.example/" + "/".join(words))


def seed_municipalities(programmes):
    names = [name for row in programmes for name in row["municipalities"]]
    made = [
        Municipality(id=key_of("municipality", name), name=name, cbs_code=f"GM{code}")
        for code, name in enumerate(names, FIRST_CODE)
    ]
    return {row.name: row for row in Municipality.objects.bulk_create(made)}


def seed_programme(row, municipalities, today):
    own = [municipalities[name] for name in row["municipalities"]]
    programme = Programme.objects.create(
        id=key_of("programme", row["slug"]),
        name=row["name"],
        slug=row["slug"],
        central_municipality=own[0],
        provider=row["provider"],
        now_limit=row["now_limit"],
        starts_on=today.replace(
            year=today.year - row["started_years_ago"], month=1, day=1
        ),
    )
    programme.municipalities.set(own)
    return programme


def agency_of(row, agencies, today):
    """Retired ones stand last, so that what they merged into is there already."""
    copied = ("name", "kind", "languages", "interpreter", "phone", "email", "website")
    return Agency(
        id=key_of("agency", row["key"]),
        **{name: row[name] for name in copied},
        retired_on=ago(today, row.get("retired_days_ago")),
        merged_into=agencies.get(row.get("merged_into")),
    )


def seed_places(rows, agencies, municipalities, programmes):
    """A list names municipalities, a slug the region of a programme, "" no limit."""
    regions = {slug: row.municipalities.all() for slug, row in programmes.items()}
    where = Agency.municipalities.through
    where.objects.bulk_create(
        where(agency=agencies[row["key"]], municipality=place)
        for row in rows
        for place in places(row["where"], municipalities, regions)
    )


def places(where, municipalities, regions):
    if isinstance(where, list):
        return [municipalities[name] for name in where]
    return regions[where] if where else []


def seed_details(facts, agencies, today):
    """Services, contact persons and measured waits."""
    Service.objects.bulk_create(
        service_of(agencies[row["key"]], row["key"], service, today)
        for row in facts["agencies"]
        for service in row["services"]
    )
    ContactPerson.objects.bulk_create(
        person_of(agencies[row["key"]], row["key"], person)
        for row in facts["agencies"]
        for person in row.get("contact_persons", [])
    )
    MeasuredWait.objects.bulk_create(
        measured_wait_of(agencies[row[0]], *row, today)
        for row in facts["measured_waits"]
    )


def person_of(agency, key, row):
    return ContactPerson(id=key_of("person", key, row["name"]), agency=agency, **row)


def measured_wait_of(agency, key, median, p90, n, today):
    return MeasuredWait(
        id=key_of("measured", key),
        agency=agency,
        median_days=median,
        p90_days=p90,
        n=n,
        as_of=ago(today, 1),
    )


def service_of(agency, key, row, today):
    return Service(
        id=key_of("service", key, row["name"]),
        agency=agency,
        life_area=row["life_area"],
        name=row["name"],
        for_whom=row.get("for_whom", ""),
        waiting_weeks=row.get("waiting_weeks"),
        waiting_updated_on=ago(today, row.get("asked_days_ago")),
    )


def ago(today, days):
    return None if days is None else today - timedelta(days=days)
