"""The rounds: let them write, kill, start again, compare."""

import sys
from collections import defaultdict
from time import monotonic

from django.core.management import call_command
from django.db import connection, transaction

from counsellors.models import AccessEvent
from counsellors.models.access_event import Action
from participants.models import AgencyContact, Session
from tests.crash.ledger import differences
from tests.crash.processes import until
from tests.crash.web import Web
from tests.crash.writers import Crew, make_writers

WRITES_A_ROUND = 18
PAGES = ["participants:session-new", "participants:contact-new"]


def run(cluster, number):
    """0 when after every round all that was saved is there, with its line."""
    call_command("migrate", verbosity=0)
    web = Web(cluster.url("web"))
    writers = make_writers(web.port)
    connection.close()
    began = monotonic()
    try:
        wrong = all_rounds(number, Crew(writers), cluster, web)
    finally:
        web.stop()
    report(writers, wrong, monotonic() - began)
    return 1 if wrong else 0


def all_rounds(number, crew, cluster, web):
    """What is wrong after the first round that lost something, or after the last."""
    with crew:
        for place in range(number):
            if wrong := one_round(place, crew, cluster, web):
                return wrong
    return differences(crew.saved(), *stored())


def one_round(place, crew, cluster, web):
    enough = len(crew.saved()) + WRITES_A_ROUND
    until(lambda: len(crew.saved()) >= enough)
    kill = KILLS[place % len(KILLS)]
    kill(cluster, web)
    saved = crew.saved()
    wrong = differences(saved, *stored())
    tell(f"round {place + 1}: {kill.__doc__}; {len(saved)} saved, {len(wrong)} wrong")
    return wrong


def kill_database(cluster, web):
    """PostgreSQL killed"""
    cluster.kill()
    cluster.start()


def kill_worker(cluster, web):
    """a worker of gunicorn killed"""
    web.kill_a_worker()


def kill_web(cluster, web):
    """gunicorn killed"""
    web.kill()
    web.start()


KILLS = [kill_database, kill_worker, kill_database, kill_web]


def stored():
    """Notes and lines of one moment, for the writers go on."""
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ")
        found = notes(), lines()
    connection.close()
    return found


def notes():
    """By who and when, as the owner reads it; the text is unsealed here."""
    found = defaultdict(list)
    for note in Session.objects.all():
        found[note.author_id, note.recorded_at].append(note.what_happened)
    for note in AgencyContact.objects.all():
        found[note.author_id, note.recorded_at].append(note.what_was_said)
    return found


def lines():
    rows = AccessEvent.objects.filter(page__in=PAGES, action=Action.CREATE)
    return list(rows.values_list("actor_id", "at"))


def report(writers, wrong, seconds):
    sent = sum(writer.sent for writer in writers)
    saved = sum(len(writer.saved) for writer in writers)
    for sentence in wrong[:20]:
        tell(sentence)
    tell(
        f"{len(writers)} writers, {seconds:.0f} s: {saved} of {sent} writes"
        f" were answered as saved, {len(wrong)} differences."
    )


def tell(sentence):
    sys.stdout.write(f"{sentence}\n")
    sys.stdout.flush()
