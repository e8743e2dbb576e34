"""Where a canary may not be, whoever asks: logs, mails, files, a dump, a process."""

from io import BytesIO
from pathlib import Path
from unittest.mock import patch
from zipfile import ZipFile

import pytest
from django.conf import settings
from django.core.management import call_command
from django.db import connection
from django.http import HttpResponse
from django.test import Client, RequestFactory
from django.urls import reverse
from django.views.generic import View

from exitprog.embedded_postgres import HOME, demo_secrets
from exitprog.postgres_cluster import Cluster
from participants.models.draft import DraftForm
from tests.canary.addresses import addresses, in_dossiers, open_to
from tests.canary.crawl import Crawl, Reader, logged
from tests.canary.words import LABELS, labels_in, word
from tests.counsellors.doors import delivered
from tests.dump import dumped
from tests.typed import call, note

COMMANDS = ["remove_old_counts", "remove_old_drafts", "remove_old_submissions"]


@pytest.fixture
def anouk(world, db):
    """Her browser, which gets an error page where a view fails."""
    client = Reader(raise_request_exception=False)
    client.force_login(world.people["anouk"])
    return client


def told(world, texts):
    """Those that tell of anyone."""
    return [text for text in texts if labels_in(text) or world.holds_code(text)]


def test_a_fault_in_any_view_tells_no_word(world, anouk):
    """The fault itself quotes all words of the dossier, and holds them in a local."""
    words = " ".join(word("a", label) for label in LABELS)

    def fail(view, request, *args, **kwargs):
        raise ValueError(f"can't read {words} of {world.here.code}")

    routes = in_dossiers() & open_to("anouk")
    found = list(addresses(world.here, routes, each=1))
    with patch.object(View, "dispatch", fail), logged() as lines:
        answers = [anouk.get(address) for address in found]

    assert {answer.status_code for answer in answers} == {500}
    assert len(lines) >= len(answers) > 50
    assert told(world, lines) == []
    assert told(world, {answer.content.decode() for answer in answers}) == []


def test_a_row_that_the_database_refuses_tells_no_word(world, anouk):
    """Each long form as a draft, and the two that are sent most, full of words."""
    words = dict.fromkeys(["what_happened", "text", "story"], word("b", LABELS[0]))
    kept = {"keep": "draft", **words}
    hers = set(DraftForm.values) - {DraftForm.EMERGENCY}
    forms = {f"participants:{kind}" for kind in hers}
    sent = [(address, kept) for address in addresses(world.here, forms, each=1)]
    session = note(safe_contact_right="not_asked", **words)
    sent += [(page(world, "session-new"), session)]
    contact = call(world.here.consent.agency, what_was_said=words["text"])
    sent += [(page(world, "contact-new"), contact)]
    before = len(server_log())
    refuse_rows()
    with logged() as lines:
        answers = [(anouk.post(*form).status_code, form[0]) for form in sent]

    assert [address for status, address in answers if status != 500] == []
    assert any("RaiseException" in line for line in lines)
    assert told(world, lines) == []
    of_postgres = server_log()[before:]
    assert "refused" in of_postgres or settings.DATABASE_URL
    assert labels_in(of_postgres) == set()


def refuse_rows():
    """The database quotes the whole row in its complaint."""
    with connection.cursor() as cursor:
        cursor.execute(
            "CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql"
            " AS $$ BEGIN RAISE EXCEPTION 'refused %', NEW; END $$"
        )
        for table in ("draft", "session", "agencycontact"):
            cursor.execute(
                f"CREATE TRIGGER refuse BEFORE INSERT OR UPDATE ON participants_{table}"
                " FOR EACH ROW EXECUTE FUNCTION refuse()"
            )


def page(world, name):
    return reverse(f"participants:{name}", args=[world.here.code])


def server_log():
    """What the embedded cluster wrote; another server's log is not ours to read."""
    if settings.DATABASE_URL:
        return ""
    return Cluster(HOME, demo_secrets(HOME)).log.read_text(errors="replace")


def test_no_mail_holds_one(world, db, django_capture_on_commit_callbacks, capsys):
    """A forgotten password, a new colleague, a right that changed; and each command."""
    grant = {
        "user": world.people["noor"].pk,
        "programme": world.here.trajectory.programme_id,
        "role": "counsellor",
        "starts_at_0": "2026-01-01",
        "starts_at_1": "10:00",
    }
    new = {"email": "new@koers.example", "name": "New", "language": "en"}
    new |= {"max_participants": 20}
    new |= {"memberships-TOTAL_FORMS": 0, "memberships-INITIAL_FORMS": 0}
    anonymous, staff = Client(), Client()
    staff.force_login(world.people["ada"])

    with django_capture_on_commit_callbacks(execute=True):
        anonymous.post("/accounts/password/reset/", {"email": "anouk@koers.example"})
        staff.post("/admin/counsellors/membership/add/", grant)
        staff.post("/admin/counsellors/user/add/", new)
        for command in COMMANDS:
            call_command(command)

    sent = [str(message.message()) for message in delivered()]
    assert len(sent) == 3
    assert told(world, [*sent, capsys.readouterr().out]) == []


@pytest.mark.parametrize(("ending", "number"), [("csv", 0), ("xlsx", 1)])
def test_no_export_holds_one(world, db, ending, number):
    client = Client()
    client.force_login(world.people["ada"])
    fields = {"format": number, "agencyresource_name": "on", "resource": 0}
    answer = client.post("/admin/agencies/agency/export/", fields)

    assert answer["Content-Disposition"].endswith(f'.{ending}"')
    assert told(world, [text_of(answer), str(answer.items())]) == []


def text_of(answer):
    content = BytesIO(answer.content)
    if answer.content[:2] != b"PK":
        return answer.content.decode()
    with ZipFile(content) as file:
        return "".join(file.read(name).decode() for name in file.namelist())


def test_no_dump_holds_one(world, db):
    """A code stands in it; a word never does."""
    dump = dumped()

    assert world.here.code in dump
    assert labels_in(dump) == set()


def test_no_process_is_started_with_one(world, db):
    found = {arguments(process) for process in Path("/proc").glob("[0-9]*")}

    assert found > {"", arguments(Path("/proc/self"))}
    assert told(world, found) == []


def arguments(process):
    """Of a process that may have ended meanwhile."""
    try:
        return (process / "cmdline").read_bytes().decode(errors="replace")
    except OSError:
        return ""


def test_the_sweep_sees_a_leak_in_each_place():
    """So that none of them passes for being looked at no more."""
    leak = word("b", "participants.session.what_happened")
    pages = {
        "title": HttpResponse(f"<title>{leak}</title>"),
        "headers": HttpResponse(headers={"Content-Disposition": leak}),
        "links": HttpResponse(f'<a href="/?q={leak}">'),
        "address": HttpResponse(),
    }
    found = Crawl(None, set())
    for place, answer in pages.items():
        answer.wsgi_request = RequestFactory().get("/")
        answer.wsgi_request.id = place
        found.take(f"/{leak if place == 'address' else ''}", answer)

    assert [place for _address, place, _label in found.leaks] == list(pages)
    assert set(found.seen) == {("b", "participants.session.what_happened")}
