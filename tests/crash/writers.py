"""Six counsellors, each with a browser and a dossier, who log as fast as they can."""

import http.client
from contextlib import suppress
from dataclasses import dataclass, field
from itertools import count
from threading import Event, Thread
from urllib.parse import urlencode

from django.conf import settings
from django.test import Client

from exitprog import moment
from exitprog.web_server import HOST
from tests.factories import MakeAgency, MakeProgramme, make_dossier, make_member
from tests.routes import page

SECRET = "a" * 32
PATIENCE = 15
LOST = (OSError, http.client.HTTPException)


@dataclass
class Writer:
    """`saved` holds the text of each write that was answered with a way on."""

    name: str
    cookie: str
    forms: list
    port: int
    saved: list = field(default_factory=list)
    sent: int = 0

    def write_until(self, told):
        for number in count():
            if told.is_set():
                return
            address, facts, words = self.forms[number % len(self.forms)]
            text = f"{self.name} wrote note {number}."
            self.sent += 1
            if self.is_saved(address, facts | {words: text}):
                self.saved.append(text)
            else:
                told.wait(0.1)

    def is_saved(self, address, facts):
        """Whether it was answered, and that with the way on to another page."""
        with suppress(*LOST):
            return self.post(address, facts)
        return False

    def post(self, address, facts):
        connection = http.client.HTTPConnection(HOST, self.port, timeout=PATIENCE)
        try:
            body = urlencode(facts | {"csrfmiddlewaretoken": SECRET})
            headers = {
                "Cookie": self.cookie,
                "Content-Type": "application/x-www-form-urlencoded",
            }
            connection.request("POST", address, body, headers)
            answer = connection.getresponse()
            answer.read()
            on = answer.headers.get("Location", "")
            return answer.status == 302 and on.startswith("/participants/")
        finally:
            connection.close()


def make_writers(port):
    programme, agency = MakeProgramme(), MakeAgency()
    return [
        make_writer(name, programme, agency, port)
        for name in ("Anna", "Bram", "Cor", "Dina", "Eva", "Fons")
    ]


def make_writer(name, programme, agency, port):
    counsellor = make_member(f"{name} Writer", programme)
    trajectory = make_dossier(counsellor, programme, alias=f"Of {name}")
    today = moment.today().isoformat()
    talk = {"on": today, "how": "office"}
    call = {
        "agency": str(agency.pk),
        "channel": "phone",
        "direction": "out",
        "outcome": "reached",
        "on": today,
    }
    forms = [
        (page("session-new", trajectory), talk, "what_happened"),
        (page("contact-new", trajectory), call, "what_was_said"),
    ]
    return Writer(name, cookies_of(counsellor), forms, port)


def cookies_of(user):
    browser = Client()
    browser.force_login(user)
    session = browser.cookies[settings.SESSION_COOKIE_NAME].value
    told = {settings.SESSION_COOKIE_NAME: session, settings.CSRF_COOKIE_NAME: SECRET}
    return "; ".join(f"{name}={value}" for name, value in told.items())


class Crew:
    """All writers at work, in threads of their own."""

    def __init__(self, writers):
        self.writers, self.told = writers, Event()
        self.threads = [Thread(target=w.write_until, args=[self.told]) for w in writers]

    def __enter__(self):
        for thread in self.threads:
            thread.start()
        return self

    def __exit__(self, *failure):
        self.told.set()
        for thread in self.threads:
            thread.join()

    def saved(self):
        return [text for writer in self.writers for text in list(writer.saved)]
