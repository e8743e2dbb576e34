"""Reads everything that one person can reach, and notes which canaries it held."""

import html
import logging
import re
from contextlib import contextmanager
from dataclasses import dataclass, field
from urllib.parse import parse_qsl, urljoin, urlsplit

from django.test import Client
from django.urls import reverse

from tests.canary.words import labels_in

LINK = re.compile(r'(?:href|action|src)="([^"]+)"')
TITLE = re.compile(r"<title>(.*?)</title>", re.DOTALL)
KEY = re.compile(r"[0-9a-f]{8}-[0-9a-f-]{27}|\d+")
NO_PAGES = ("/static/", "/admin/jsi18n", "/accounts/logout", "/admin/logout")


@dataclass
class Crawl:
    """`seen`: label by dossier with where it stood first; `codes`: cases named."""

    client: Client
    codes_known: set
    seen: dict = field(default_factory=dict)
    codes: set = field(default_factory=set)
    leaks: list = field(default_factory=list)
    showed: dict = field(default_factory=dict)
    statuses: dict = field(default_factory=dict)

    def read(self, starts):
        waiting, done = list(starts), set()
        while waiting:
            address = waiting.pop()
            if (key := shape(address)) not in done:
                done.add(key)
                waiting += self.get(address)

    def get(self, address):
        return self.take(address, self.client.get(address))

    def post(self, route, *args, **typed):
        address = reverse(route, args=args)
        return self.take(address, self.client.post(address, typed))

    def take(self, address, response):
        """Note what the answer holds; gives the links to follow."""
        text = html.unescape(response.content.decode())
        self.statuses[address] = response.status_code
        self.note_labels(address, response, text)
        self.codes |= {
            code for code in self.codes_known if code in text and code not in address
        }
        links = [html.unescape(link) for link in LINK.findall(text)]
        if response.has_header("Location"):
            links.append(response["Location"])
        self.note_leaks(address, response, text, links)
        return [page for link in links if (page := local(urljoin(address, link)))]

    def note_labels(self, address, response, text):
        found = labels_in(text)
        for one in found:
            self.seen.setdefault(one, address)
        for letter in {letter for letter, _label in found}:
            self.showed[response.wsgi_request.id, letter] = address

    def note_leaks(self, address, response, text, links):
        """Title, headers, cookies and links hold nobody's words, whoever asks."""
        title = TITLE.search(text)
        places = {
            "title": title[1] if title else "",
            "headers": str([*response.items(), response.cookies]),
            "links": str([link for link in links if not link.startswith("tel:")]),
        }
        self.leaks += [
            (address, place, label)
            for place, held in places.items()
            for label in labels_in(held)
        ]


def local(link):
    """A link of our own that is a page; else empty."""
    parts = urlsplit(link)
    is_page = not (parts.scheme or parts.netloc) and parts.path.startswith("/")
    if not is_page or parts.path.startswith(NO_PAGES):
        return ""
    return parts._replace(fragment="").geturl()


def shape(address):
    """Equal for pages that differ in the values of their query alone.

    Of the admin site one page of each kind is enough: it holds no person.
    """
    parts = urlsplit(address)
    if parts.path.startswith("/admin/") and "autocomplete" not in parts.path:
        return KEY.sub("", parts.path), ()
    return parts.path, tuple(sorted({name for name, _v in parse_qsl(parts.query)}))


class Lines(logging.Handler):
    """Keeps what was logged, as it would be written."""

    def __init__(self):
        super().__init__(logging.DEBUG)
        self.setFormatter(logging.Formatter("%(name)s %(message)s"))
        self.lines = []

    def emit(self, record):
        self.lines.append(self.format(record))


@contextmanager
def logged():
    """All that any logger writes, also those that hand nothing on."""
    names = [name for name in logging.Logger.manager.loggerDict if "." not in name]
    handler, loggers = Lines(), [logging.getLogger(name) for name in ["", *names]]
    loggers.append(logging.getLogger("django.server"))
    for logger in loggers:
        logger.addHandler(handler)
    try:
        yield handler.lines
    finally:
        for logger in loggers:
            logger.removeHandler(handler)
