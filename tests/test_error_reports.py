"""A fault is reported by where it came from, never by what it was about."""

import io
import logging
import logging.config

import pytest
from django.conf import settings
from django.db import IntegrityError, connection, transaction
from django.test import RequestFactory
from django.urls import path
from django.views.debug import ExceptionReporter

from exitprog.urls import urlpatterns as real

SECRET = "zq-secret-qz"


def crash(request):
    """With the words in a local, in the fault and in the row that is refused."""
    words = request.POST["words"]
    try:
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute("CREATE TEMP TABLE note (words text CHECK (words = ''))")
            cursor.execute("INSERT INTO note VALUES (%s)", [words])
    except IntegrityError as error:
        raise ValueError(f"can't read {words}") from error


urlpatterns = [*real, path("crash", crash)]
handler500 = "exitprog.views.server_error"


@pytest.fixture
def written(settings):
    """What the console handler of the real settings writes."""
    settings.ROOT_URLCONF = "tests.test_error_reports"
    handler = logging.StreamHandler(io.StringIO())
    lines = logging.config.DictConfigurator(dict(settings.LOGGING))
    formatters = settings.LOGGING["formatters"]
    handler.setFormatter(lines.configure_formatter(dict(formatters["line"])))
    logging.getLogger("django.request").addHandler(handler)
    yield handler.stream.getvalue
    logging.getLogger("django.request").removeHandler(handler)


def test_the_log_of_a_crash_says_where_and_not_what(as_anouk, written):
    as_anouk.raise_request_exception = False

    answer = as_anouk.post("/crash", {"words": SECRET})

    assert answer.status_code == 500
    assert SECRET not in answer.content.decode()
    assert [
        word in written() for word in ("ValueError", "CheckViolation", "crash")
    ] == [
        True,
        True,
        True,
    ]
    assert SECRET not in written()


def test_an_error_report_holds_neither_what_was_posted_nor_a_local():
    request = RequestFactory().post("/crash", {"words": SECRET})
    kept = request.POST["words"]
    try:
        raise RuntimeError
    except RuntimeError as error:
        reporter = ExceptionReporter(request, type(error), error, error.__traceback__)

    report = reporter.get_traceback_text() + reporter.get_traceback_html()

    assert kept == SECRET
    assert SECRET not in report


def test_the_console_is_the_only_place_that_a_fault_goes_to():
    assert (settings.ADMINS, set(settings.LOGGING["handlers"])) == ([], {"console"})
