"""Times pages and their floors in turn, in one run, and compares the medians."""

import tracemalloc
from dataclasses import asdict, dataclass
from random import Random
from statistics import median
from time import perf_counter

from django.test import Client
from django.urls import reverse

from tests.statements import counted


@dataclass(frozen=True)
class Page:
    """A page, who reads it, and how long it may take."""

    name: str
    address: str
    client: Client
    limit: float | None = None


@dataclass
class Figure:
    """In milliseconds; `memory` is the most that one answer took, in KiB."""

    page: str
    median: float
    quickest: float
    floor: float
    size: int
    statements: int
    memory: int
    limit: float | None

    @property
    def ratio(self):
        return self.median / self.floor

    @property
    def is_within(self):
        return self.limit is None or self.median <= self.limit

    def as_json(self):
        return asdict(self) | {"ratio": self.ratio, "is_within": self.is_within}


def pages(world):
    lead, own = client_of(world.lead), client_of(world.first[0])
    code = {"code": world.first[1]}
    slug = {"slug": world.programme.slug}
    caseload = reverse("participants:programme-caseload", kwargs=slug)
    return [
        Page("caseload", caseload, lead, limit=300),
        Page("my day", reverse("participants:home"), own),
        Page("participants", reverse("participants:list"), own),
        Page("overview", reverse("participants:overview", kwargs=code), own),
        Page("priorities", reverse("participants:priorities", kwargs=code), own),
    ]


def client_of(user):
    client = Client()
    client.force_login(user)
    return client


def measure(found, rounds):
    """Every page and its floor once in each round, in an order that is drawn anew."""
    rng = Random(7)  # noqa: S311 an order, no secret
    facts = {page.name: facts_of(page) for page in found}
    tries = [(page, page.address, "page") for page in found]
    tries += [
        (page, reverse("floor", args=[facts[page.name]["size"]]), "floor")
        for page in found
    ]
    times = {(page.name, which): [] for page, _address, which in tries}
    for page, address, _which in tries:
        timed(page.client, address)
    for _round in range(rounds):
        for page, address, which in rng.sample(tries, len(tries)):
            times[page.name, which].append(timed(page.client, address))
    return [
        Figure(
            page.name,
            median(times[page.name, "page"]),
            min(times[page.name, "page"]),
            median(times[page.name, "floor"]),
            limit=page.limit,
            **facts[page.name],
        )
        for page in found
    ]


def timed(client, address):
    """Milliseconds of the server for one answer, which must be a page."""
    began = perf_counter()
    response = client.get(address)
    took = 1000 * (perf_counter() - began)
    if response.status_code != 200:
        raise RuntimeError(f"{address} answered {response.status_code}")
    return took


def facts_of(page):
    """Its size, its statements and its memory, measured apart from its time."""
    size = len(page.client.get(page.address).content)
    with counted() as statements:
        page.client.get(page.address)
    tracemalloc.start()
    page.client.get(page.address)
    memory = tracemalloc.get_traced_memory()[1] // 1024
    tracemalloc.stop()
    return {"size": size, "statements": len(statements), "memory": memory}
