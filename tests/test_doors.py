"""What surrounds every page: log-in, headers, the transaction, and calm error pages."""

import logging
import subprocess
import sys

import pytest
import time_machine
from django.db import connection, transaction
from django.http import HttpResponse
from django.test import Client
from django.urls import path, reverse

from counsellors.models import AccessEvent, User
from exitprog import moment
from exitprog.logs import NoPaths
from exitprog.urls import urlpatterns as real

CSP = {
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self'",
    "font-src 'self'",
    "connect-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
}


def half_done(request):
    request.user.name = "half done"
    request.user.save()
    raise RuntimeError("Mirela")


def who(request):
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT current_user, current_setting('koers.user'),"
            " current_setting('koers.moment')::timestamptz = %s",
            [moment.now()],
        )
        return HttpResponse(repr(cursor.fetchone()))


urlpatterns = [*real, path("half-done", half_done), path("who", who)]
handler400 = "exitprog.views.bad_request"
handler403 = "exitprog.views.permission_denied"
handler404 = "exitprog.views.page_not_found"
handler500 = "exitprog.views.server_error"


@pytest.fixture
def with_extra_pages(settings):
    settings.ROOT_URLCONF = "tests.test_doors"


def test_a_page_is_kept_nowhere_and_asks_nobody_else(as_anouk):
    response = as_anouk.get(reverse("participants:list"))

    assert response["Cache-Control"] == "no-store, private"
    assert response["Referrer-Policy"] == "same-origin"
    assert response["X-Frame-Options"] == "DENY"
    assert response["X-Content-Type-Options"] == "nosniff"
    assert response["Cross-Origin-Opener-Policy"] == "same-origin"
    assert response["Cross-Origin-Resource-Policy"] == "same-origin"
    assert set(response["Content-Security-Policy"].split("; ")) == CSP


@pytest.mark.parametrize("address", ["/nowhere", "/participants/K7Q-M4F2/"])
def test_a_stranger_is_sent_to_log_in_or_told_that_nothing_is_there(
    client, db, address
):
    response = client.get(address)

    assert response.status_code in {302, 404}
    assert "Content-Security-Policy" in response


@pytest.mark.parametrize("address", ["/nowhere", "/admin/nowhere/"])
def test_an_address_that_does_not_exist_says_so_calmly(as_ada, address):
    response = as_ada.get(address)

    assert response.status_code == 404
    assert "This page does not exist" in response.content.decode()
    assert not AccessEvent.objects.exists()


def test_a_crash_says_so_without_a_word_of_the_dossier(
    as_anouk, anouk, with_extra_pages, caplog
):
    as_anouk.raise_request_exception = False

    response = as_anouk.get("/half-done")

    assert response.status_code == 500
    assert "Mirela" not in response.content.decode()


def test_a_crash_leaves_nothing_half_done(as_anouk, anouk, with_extra_pages):
    as_anouk.raise_request_exception = False

    as_anouk.get("/half-done")

    assert User.objects.get(pk=anouk.pk).name == anouk.name


def test_the_database_knows_who_asks_and_when(as_anouk, anouk, with_extra_pages):
    told = as_anouk.get("/who").content.decode()

    assert told == repr(("koers_web", str(anouk.pk), True))


def test_a_refusal_is_written_though_the_view_was_rolled_back(client, noor, mirela):
    client.force_login(noor)

    client.get(mirela.participant.get_absolute_url())

    line = AccessEvent.objects.get()
    assert (line.actor, line.result, line.is_authorised) == (noor, "refused", False)
    assert line.case_code == mirela.participant.code


def test_a_refusal_without_its_line_looks_the_same(client, noor, mirela, caplog):
    client.force_login(noor)
    before = client.get(mirela.participant.get_absolute_url())
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("REVOKE INSERT ON counsellors_accessevent FROM koers_web")

    after = client.get(mirela.participant.get_absolute_url())

    assert (after.status_code, after.content) == (404, before.content)
    assert "a refusal left no line in the access log" in caplog.text


def test_a_form_from_elsewhere_is_refused_with_a_line(anouk, mirela):
    browser = Client(enforce_csrf_checks=True)
    browser.force_login(anouk)

    response = browser.post(mirela.participant.get_absolute_url())

    lines = anouk.access_events.values_list("result", "action", "case_code")
    assert response.status_code == 403
    assert list(lines) == [("refused", "change", mirela.participant.code)]


def test_absent_and_forbidden_look_the_same(client, noor, mirela):
    client.force_login(noor)

    foreign = client.get(mirela.participant.get_absolute_url())
    absent = client.get(reverse("participants:overview", args=["ZZZ-ZZZZ"]))

    assert foreign.status_code == absent.status_code == 404
    assert foreign.content == absent.content


def test_without_its_line_there_is_no_page(as_anouk, mirela):
    as_anouk.raise_request_exception = False
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("REVOKE INSERT ON counsellors_accessevent FROM koers_web")

    response = as_anouk.get(mirela.participant.get_absolute_url())

    assert response.status_code == 500
    assert "Mirela" not in response.content.decode()


def test_the_web_role_owns_no_table_and_changes_no_line(db):
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM pg_tables WHERE tableowner = 'koers_web'")
        [owned] = cursor.fetchone()
        cursor.execute(
            "SELECT has_table_privilege('koers_web', 'counsellors_accessevent', p)"
            " FROM unnest(ARRAY['SELECT', 'INSERT', 'UPDATE', 'DELETE', 'TRUNCATE']) p"
        )
        may = [row[0] for row in cursor.fetchall()]

    assert (owned, may) == (0, [True, True, False, False, False])


def test_health_needs_no_account(client, db):
    assert client.get(reverse("healthz")).content == b"ok"


@time_machine.travel("2026-05-12T10:40:00Z", tick=False)
def test_who_finds_a_hole_reads_whom_to_tell(client, db, settings):
    read = client.get("/.well-known/security.txt")
    settings.SECURITY_CONTACT = ""

    assert read.content.decode().splitlines() == [
        "Contact: mailto:security@koers.example",
        "Expires: 2026-08-10T10:40:00+00:00",
        "Preferred-Languages: nl, en",
    ]
    assert client.get("/.well-known/security.txt").status_code == 404


def test_a_wrong_method_is_refused(as_anouk):
    response = as_anouk.post(reverse("participants:list"))

    assert (response.status_code, response["Allow"]) == (405, "GET, HEAD, OPTIONS")
    assert "</html>" in response.content.decode()


def test_a_forged_form_is_refused_calmly(anouk):
    client = Client(enforce_csrf_checks=True)
    client.force_login(anouk)

    assert client.post(reverse("participants:find"), {"q": "M"}).status_code == 403


QUOTED = """
import logging.config, exitprog.gunicorn
logging.config.dictConfig(exitprog.gunicorn.logconfig_dict)
log = logging.getLogger("gunicorn.error")
log.warning("Invalid request from ip=10.1.2.3: GET /participants/K7Q-M4F2/ HTP")
try:
    raise ValueError("K7Q-M4F2")
except ValueError:
    log.exception("Error handling request %s %s", "GET", "/participants/K7Q-M4F2/")
log.error("Connection in use: %s", 8000)
"""


def test_a_line_of_gunicorns_quotes_no_request():
    asked = [sys.executable, "-c", QUOTED]
    told = subprocess.run(asked, capture_output=True, text=True, check=True).stderr

    assert [line for line in told.splitlines() if line.split()[0].isupper()] == [
        "WARNING gunicorn.error Invalid request",
        "ERROR gunicorn.error Error handling request",
        "ERROR gunicorn.error Connection in use: 8000",
    ]
    assert "K7Q-M4F2" not in told
    assert "10.1.2.3" not in told


def test_a_log_line_holds_no_path():
    record = logging.LogRecord(
        "django.request", 30, "", 0, "Not Found: %s", ("/participants/K7Q-M4F2/",), None
    )
    record.status_code = 404

    assert NoPaths().filter(record)
    assert record.getMessage() == "answered 404"


@pytest.mark.parametrize("language", ["nl", "en"])
def test_a_page_speaks_the_language_of_its_reader(as_anouk, anouk, language):
    User.objects.filter(pk=anouk.pk).update(language=language)

    response = as_anouk.get(reverse("participants:list"))

    assert response["Content-Language"] == language
    assert f'<html lang="{language}"' in response.content.decode()
