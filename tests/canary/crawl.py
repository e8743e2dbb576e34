"""Reads everything that one person can reach, and notes which canaries it held."""

import html
import logging
import logging.config
import re
from contextlib import contextmanager
from copy import deepcopy
from dataclasses import dataclass, field
from urllib.parse import parse_qsl, urljoin, urlsplit

from django.conf import settings
from django.test import Client
from django.urls import reverse

from tests.canary.words import labels_in

LINK = re.compile(r'(?:href|action|src)="([^"]+)"')
TITLE = re.compile(r"<title>(.*?)</title>", re.DOTALL)
KEY = re.compile(r"[0-9a-f]{8}-[0-9a-f-]{27}|\d+")
NO_PAGES = ("/static/", "/admin/jsi18n", "/accounts/logout", "/admin/logout")


class Reader(Client):
    """A browser that keeps its cookies, and no copy of what a page was made from."""

    def request(self, **request):
        response = self.handler(self._base_environ(**request))
        self.cookies.update(response.cookies)
        return response


@dataclass
class Crawl:
    """`seen`: label by dossier with where it stood first; `codes`: cases named.

    `named` says which codes a request showed, those of its address too; `showed` which
    labels of which dossier. `twins` are keys of rows that are alike, each with the one
    that is read for both; links that begin with one of `skipped` are not followed.
    """

    client: Client
    codes_known: set
    twins: dict = field(default_factory=dict)
    skipped: tuple = ()
    seen: dict = field(default_factory=dict)
    codes: set = field(default_factory=set)
    named: dict = field(default_factory=dict)
    leaks: list = field(default_factory=list)
    showed: dict = field(default_factory=dict)
    statuses: dict = field(default_factory=dict)

    def read(self, starts):
        waiting, done = list(starts), set()
        while waiting:
            address = waiting.pop()
            key = self.shape(address)
            if key not in done and not address.startswith(self.skipped):
                done.add(key)
                waiting += self.get(address)

    def shape(self, address):
        return shape(KEY.sub(lambda key: self.twins.get(key[0], key[0]), address))

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
        named = {code for code in self.codes_known if code in text}
        self.named[address, response.wsgi_request.id] = named
        self.codes |= {code for code in named if code not in address}
        links = [html.unescape(link) for link in LINK.findall(text)]
        if response.has_header("Location"):
            links.append(response["Location"])
        self.note_leaks(address, response, text, links)
        return [page for link in links if (page := local(urljoin(address, link)))]

    def note_labels(self, address, response, text):
        for letter, label in labels_in(text):
            self.seen.setdefault((letter, label), address)
            asked = address, response.wsgi_request.id, letter
            self.showed.setdefault(asked, set()).add(label)

    def note_leaks(self, address, response, text, links):
        """Address, title, headers, cookies and links hold nobody's words."""
        title = TITLE.search(text)
        places = {
            "address": address,
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
    """Keeps what was logged, as the console would write it."""

    def __init__(self):
        super().__init__(logging.DEBUG)
        given = logging.config.DictConfigurator(deepcopy(settings.LOGGING))
        self.setFormatter(given.configure_formatter(given.config["formatters"]["line"]))
        self.addFilter(given.configure_filter(given.config["filters"]["no_paths"]))
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
