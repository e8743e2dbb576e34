"""Every route, every person, GET and POST, as the tables beside this file say by hand.

Each refusal of someone inside is one line of the access log, and no other answer is.
Who is who: tests/cast.py. A route without a line fails.
"""

import importlib
import pkgutil
from collections import Counter

import pytest
from django.test import Client
from django.urls import resolve, reverse

from counsellors.models import AccessEvent
from tests import access
from tests.routes import routes, takes

PEOPLE = ["anonymous", "anouk", "joost", "frank", "noor", "tess", "carla", "pim", "ada"]
TABLES = [
    importlib.import_module(f"tests.access.{module.name}")
    for module in pkgutil.iter_modules(access.__path__)
    if not module.name.startswith("test_")
]
ACCESS = {route: line for table in TABLES for route, line in table.ACCESS.items()}
LINES = {"GET": "open", "POST": "change"}
TARGETS = {
    route: make
    for table in TABLES
    for route, make in getattr(table, "TARGETS", {}).items()
}


def answer(client, method, address):
    response = client.get(address) if method == "GET" else client.post(address)
    if response.status_code == 302 and response.url.startswith("/accounts/login/"):
        return "login"
    return str(response.status_code)


@pytest.fixture(scope="module")
def cookies(cast):
    """What each browser holds after logging in, by name."""
    browsers = {name: Client() for name in PEOPLE[1:]}
    for name, browser in browsers.items():
        browser.force_login(getattr(cast, name))
    return {
        name: browser.cookies.output(header="") for name, browser in browsers.items()
    }


@pytest.fixture
def clients(cookies):
    """A browser for everyone, by name; anonymous has not logged in."""
    browsers = {name: Client(raise_request_exception=False) for name in PEOPLE}
    for name, held in cookies.items():
        browsers[name].cookies.load(held)
    return browsers


@pytest.fixture
def address(cast, db):
    def find(route):
        make = TARGETS.get(route)
        kwargs = make(cast.mirela) if make else code_of(route, cast.mirela)
        return reverse(route, kwargs=kwargs)

    return find


def code_of(route, mirela):
    return {"code": mirela.participant.code} if "code" in takes(route) else {}


def refusals(cast):
    """Who was refused what kind of thing by the access log, about which case."""
    names = {getattr(cast, name).pk: name for name in PEOPLE[1:]}
    rows = AccessEvent.objects.filter(result="refused")
    rows = rows.values_list("actor", "action", "case_code")
    return Counter((names[actor], *facts) for actor, *facts in rows)


def refusals_due(answers, code):
    """One for each 403 or 404 of someone who logged in."""
    return Counter(
        (name, LINES[method], code)
        for method, given in answers.items()
        for name, answer in zip(PEOPLE[1:], given.split()[1:], strict=True)
        if answer in {"403", "404"}
    )


def test_every_route_has_a_line():
    assert set(routes()) == set(ACCESS)


@pytest.mark.parametrize("route", ACCESS)
def test_everyone_gets_what_the_table_says(cast, clients, address, route):
    target = address(route)

    answers = {
        method: " ".join(answer(clients[name], method, target) for name in PEOPLE)
        for method in ACCESS[route]
    }

    assert answers == ACCESS[route]
    code = resolve(target).kwargs.get("code", "")
    assert refusals(cast) == refusals_due(answers, code)
