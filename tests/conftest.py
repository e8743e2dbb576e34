"""What every test finds: a running database."""

import gc

import pytest
from django.conf import settings
from django.utils import translation
from pytest_django.plugin import blocking_manager_key

from exitprog import embedded_postgres
from tests.template import Template, copy_for

pytest_plugins = ["tests.cast"]
TEMPLATE = pytest.StashKey[Template]()


def pytest_sessionstart(session):
    """Start it in the process that outlives its workers, not just to list tests."""
    config = session.config
    if hasattr(config, "workerinput") or config.option.collectonly:
        return
    if not settings.DATABASE_URL:
        embedded_postgres.ensure()
    if config.pluginmanager.hasplugin("dsession"):
        config.stash[TEMPLATE] = Template()
        with config.stash[blocking_manager_key].unblock():
            config.stash[TEMPLATE].begin()


@pytest.hookimpl(optionalhook=True)
def pytest_configure_node(node):
    node.workerinput |= node.config.stash[TEMPLATE].told()


def pytest_collection_finish():
    """What is imported stays: looking through it for garbage took a tenth of a run."""
    gc.freeze()
    gc.set_threshold(20_000, 50, 100)


@pytest.hookimpl(trylast=True)
def pytest_sessionfinish(session):
    config = session.config
    if TEMPLATE in config.stash:
        with config.stash[blocking_manager_key].unblock():
            config.stash[TEMPLATE].drop()


@pytest.fixture(scope="session")
def django_db_modify_db_settings(request, django_db_modify_db_settings_parallel_suffix):
    worker = getattr(request.config, "workerinput", None)
    if worker:
        copy_for(worker)


@pytest.fixture(autouse=True)
def english():
    """Sentences are promised in English; requests speak their reader's language."""
    with translation.override("en"):
        yield
