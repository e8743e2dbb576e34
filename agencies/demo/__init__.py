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
        agencies[row["key"]] = seed_agency(row, agencies, today)
        agencies[row["key"]].municipalities.set(
            places(row["where"], municipalities, programmes)
        )
    seed_measured_waits(facts["measured_waits"], agencies, today)
    return SimpleNamespace(
        municipalities=municipalities, programmes=programmes, agencies=agencies
    )


def key_of(*words):
    return uuid5(NAMESPACE_URL, "https://koers.example/" + "/".join(words))


def seed_municipalities(programmes):
    names = [name for row in programmes for name in row["municipalities"]]
    return {
        name: Municipality.objects.create(
            id=key_of("municipality", name), name=name, cbs_code=f"GM{code}"
        )
        for code, name in enumerate(names, FIRST_CODE)
    }


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


def seed_agency(row, agencies, today):
    """Retired ones stand last, so that what they merged into is there already."""
    copied = ("name", "kind", "languages", "interpreter", "phone", "email", "website")
    agency = Agency.objects.create(
        id=key_of("agency", row["key"]),
        **{name: row[name] for name in copied},
        retired_on=ago(today, row.get("retired_days_ago")),
        merged_into=agencies.get(row.get("merged_into")),
    )
    for service in row["services"]:
        seed_service(agency, row["key"], service, today)
    for person in row.get("contact_persons", []):
        ContactPerson.objects.create(
            id=key_of("person", row["key"], person["name"]), agency=agency, **person
        )
    return agency


def seed_service(agency, key, row, today):
    return Service.objects.create(
        id=key_of("service", key, row["name"]),
        agency=agency,
        life_area=row["life_area"],
        name=row["name"],
        for_whom=row.get("for_whom", ""),
        waiting_weeks=row.get("waiting_weeks"),
        waiting_updated_on=ago(today, row.get("asked_days_ago")),
    )


def seed_measured_waits(rows, agencies, today):
    for key, median, p90, n in rows:
        MeasuredWait.objects.create(
            id=key_of("measured", key),
            agency=agencies[key],
            median_days=median,
            p90_days=p90,
            n=n,
            as_of=ago(today, 1),
        )


def places(where, municipalities, programmes):
    """A list names municipalities, a slug the region of a programme, "" no limit."""
    if isinstance(where, list):
        return [municipalities[name] for name in where]
    return programmes[where].municipalities.all() if where else []


def ago(today, days):
    return None if days is None else today - timedelta(days=days)
