"""A browser, the site in a thread, and for each test a fresh copy of the demo."""

import os
from contextlib import nullcontext

import pytest
import time_machine
from django.conf import settings
from django.core.management import call_command
from django.db import connection
from django.test.utils import (
    override_settings,
    setup_databases,
    teardown_databases,
)

from tests.browser import chromium
from tests.browser.copies import Copies
from tests.browser.server import serving
from tests.browser.watch import Watch
from tests.browser.world import World

# Playwright's loop runs in this thread, though nothing here is asynchronous.
os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"
PHONE, DESKTOP = 390, 1440
PICTURED = "2026-05-12T10:40:00+02:00"


def pytest_addoption(parser):
    parser.addoption(
        "--pictures",
        nargs="?",
        const="nl",
        choices=["nl", "en"],
        help="save pictures of all screens, with notes in that language",
    )


def pytest_ignore_collect(collection_path, config):
    wants_pictures = config.option.pictures
    return not wants_pictures if collection_path.name == "test_pictures.py" else None


def pytest_report_header(config):
    what = chromium.missing()
    return f"browser tests are skipped: {what}" if what else None


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
def world(database, request):
    """The demo as of today; for pictures always as of the same morning."""
    notes = request.config.option.pictures
    with time_machine.travel(PICTURED, tick=True) if notes else nullcontext():
        yield World(notes=notes or "nl")


@pytest.fixture(scope="session")
def copies(world):
    """No copy outlives the original."""
    made = Copies()
    yield made
    made.drop()


@pytest.fixture(scope="session")
def server(copies, tmp_path_factory):
    """The site, with its static files collected as in production.

    Every test logs in by a session that was begun with the first: nothing locks it.
    """
    collected = {"staticfiles": {"BACKEND": "exitprog.static_files.CollectedFiles"}}
    with override_settings(
        STATIC_ROOT=tmp_path_factory.mktemp("static"),
        STORAGES=settings.STORAGES | collected,
        WHITENOISE_USE_FINDERS=False,
        WHITENOISE_AUTOREFRESH=False,
        SESSION_LOCKS_AFTER=settings.SESSION_COOKIE_AGE,
        SESSION_ENDS_IDLE_AFTER=settings.SESSION_COOKIE_AGE,
    ):
        call_command("collectstatic", interactive=False, verbosity=0)
        with serving() as started:
            yield started


@pytest.fixture(scope="session")
def home(server):
    """The address of the site."""
    return server.address


@pytest.fixture
def fresh(copies):
    copies.renew()


@pytest.fixture(scope="session")
def new_context(browser, world, home):
    """Makes a browser context in which `person` has logged in; None has not."""

    def make(person="anouk", width=DESKTOP, theme="light", **options):
        context = browser.new_context(
            base_url=home,
            viewport={"width": width, "height": 844 if width < 800 else 1000},
            color_scheme=theme,
            reduced_motion="reduce",
            **options,
        )
        context.set_default_timeout(15_000)
        context.watch = Watch(context, home, world.secrets, world.names)
        if person:
            cookie = settings.SESSION_COOKIE_NAME
            give(context, home, cookie, world.sessions[person])
        return context

    return make


def give(context, home, name, value):
    context.add_cookies([{"name": name, "value": value, "url": home}])


def close(context):
    """Offline first, or a page that closes still sends its draft to the next test."""
    context.set_offline(True)
    context.close()


def close_page(page):
    """Likewise, in a context that goes on."""
    page.context.set_offline(True)
    page.close()
    page.context.set_offline(False)


@pytest.fixture
def open_page(fresh, new_context, world, home, server):
    """A page on a fresh copy of the demo: open_page("anouk", language="nl", …)."""
    made = []

    def open_as(person="anouk", language="en", javascript=True, **options):
        context = new_context(person, java_script_enabled=javascript, **options)
        made.append(context)
        give(context, home, "language", language)
        world.speak(person, language)
        return context.new_page()

    yield open_as
    for context in made:
        close(context)
    server.rest()
    assert [problem for context in made for problem in context.watch.problems] == []


@pytest.fixture(scope="module")
def contexts(copies, new_context, server):
    """Browsers that keep their cache from one screen to the next, by person."""
    copies.renew()
    made = {}
    yield made
    for context in made.values():
        close(context)
    server.rest()


@pytest.fixture
def page_of(contexts, new_context, world, home):
    """A page for a screen, in a language; what is only read needs no copy.

    A person has one page for all screens, since each page costs a process. After a form
    was sent it is closed, which keeps nothing of what was typed.
    """
    used, sent = [], []

    def make(screen, language):
        if screen.person not in contexts:
            contexts[screen.person] = new_context(screen.person)
        context = contexts[screen.person]
        context.watch.forget(allowed=screen.status)
        give(context, home, "language", language)
        world.speak(screen.person, language)
        page = context.pages[0] if context.pages else context.new_page()
        page.set_viewport_size({"width": DESKTOP, "height": 1000})
        used.append(context)
        if screen.sends is not None:
            sent.append(page)
        return page

    yield make
    for page in sent:
        close_page(page)
    assert [what for context in used for what in context.watch.problems] == []
