"""The site itself, served from a thread of the test process."""

import socket
from contextlib import contextmanager, suppress
from threading import Condition, Thread

from django.core.handlers.wsgi import WSGIHandler
from django.core.servers.basehttp import ThreadedWSGIServer
from django.test.testcases import QuietWSGIRequestHandler


class Counted:
    """The site, which knows how many requests it is answering."""

    def __init__(self):
        self.answer, self.running, self.changed = WSGIHandler(), 0, Condition()

    def __call__(self, environ, start_response):
        self.count(1)
        try:
            return self.answer(environ, start_response)
        finally:
            self.count(-1)

    def count(self, more):
        with self.changed:
            self.running += more
            self.changed.notify_all()

    def rest(self):
        """Wait until what came in is answered."""
        with self.changed:
            self.changed.wait_for(lambda: self.running == 0, timeout=10)


class Listener(ThreadedWSGIServer):
    """Knows its visitors, so that none is still served after it stopped."""

    def __init__(self, port, site):
        self.visitors = set()
        super().__init__(("127.0.0.1", port), QuietWSGIRequestHandler)
        self.set_app(site)

    def process_request(self, request, client_address):
        self.visitors.add(request)
        super().process_request(request, client_address)

    def shutdown_request(self, request):
        self.visitors.discard(request)
        super().shutdown_request(request)

    def hang_up(self):
        for visitor in list(self.visitors):
            with suppress(OSError):
                visitor.shutdown(socket.SHUT_RDWR)


class Server:
    """Answers under one address, also after it was stopped and started again."""

    def __init__(self):
        self.port, self.site = 0, Counted()
        self.rest = self.site.rest
        self.start()

    @property
    def address(self):
        return f"http://127.0.0.1:{self.port}"

    def start(self):
        self.listener = Listener(self.port, self.site)
        self.port = self.listener.server_port
        self.thread = Thread(target=self.listener.serve_forever, daemon=True)
        self.thread.start()

    @contextmanager
    def down(self):
        """Killed, and started again after it."""
        self.stop()
        try:
            yield
        finally:
            self.start()

    def stop(self):
        self.listener.shutdown()
        self.listener.hang_up()
        self.listener.server_close()
        self.thread.join()


@contextmanager
def serving():
    """Yields the server while it answers."""
    server = Server()
    try:
        yield server
    finally:
        server.stop()
