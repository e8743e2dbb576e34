"""A browser, the site in a thread, and for each test a fresh copy of the demo."""

import os

import pytest
from django.conf import settings
from django.db import connection
from django.test.utils import setup_databases, teardown_databases

from tests.browser import chromium
from tests.browser.copies import Copies
from tests.browser.server import serving
from tests.browser.watch import Watch
from tests.browser.world import World

# Playwright's loop runs in this thread, though nothing here is asynchronous.
os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"
PHONE, DESKTOP = 390, 1440


def pytest_addoption(parser):
    parser.addoption(
        "--pictures", action="store_true", help="save pictures of the main screens"
    )


@pytest.fixture(scope="session")
def browser():
    if what := chromium.missing():
        (pytest.fail if os.environ.get("CI") else pytest.skip)(what)
    with chromium.sync_playwright() as playwright:
        started = chromium.launch(playwright)
        yield started
        started.close()


@pytest.fixture(scope="session")
def database(browser, django_db_modify_db_settings, django_db_blocker):
    connection.settings_dict["CONN_MAX_AGE"] = 0
    with django_db_blocker.unblock():
        made = setup_databases(verbosity=0, interactive=False, aliases={"default"})
        yield
        teardown_databases(made, verbosity=0)


@pytest.fixture(scope="session")
def world(database):
    return World()


@pytest.fixture(scope="session")
def copies(world):
    """No copy outlives the original."""
    made = Copies()
    yield made
    made.drop()


@pytest.fixture(scope="session")
def home(copies):
    """The address of the site."""
    with serving() as address:
        yield address


@pytest.fixture
def fresh(copies):
    copies.renew()


@pytest.fixture
def new_context(browser, world, home):
    """Makes a browser context in which `person` has logged in; None has not."""
    made = []

    def make(person="anouk", language="en", width=DESKTOP, theme="light", **options):
        context = browser.new_context(
            base_url=home,
            viewport={"width": width, "height": 844 if width < 800 else 1000},
            color_scheme=theme,
            **options,
        )
        context.set_default_timeout(5_000)
        cookies = {"language": language}
        if person:
            world.speak(person, language)
            cookies[settings.SESSION_COOKIE_NAME] = world.sessions[person]
        context.add_cookies(
            [{"name": name, "value": cookies[name], "url": home} for name in cookies]
        )
        context.watch = Watch(context, home, world.secrets)
        made.append(context)
        return context

    yield make
    for context in made:
        context.close()
    assert [problem for context in made for problem in context.watch.problems] == []


@pytest.fixture
def open_page(fresh, new_context):
    """A page on a fresh copy of the demo: open_page("anouk", language="nl", …)."""

    def open_as(*args, javascript=True, **options):
        context = new_context(*args, java_script_enabled=javascript, **options)
        return context.new_page()

    return open_as
