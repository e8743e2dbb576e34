"""Runs gunicorn as a child that works under the web role, and stops it politely."""

import os
import signal
import socket
import subprocess
import sys
from contextlib import contextmanager

HOST = "127.0.0.1"
COMMAND = [sys.executable, "-m", "gunicorn", "-c", "python:exitprog.gunicorn"]
STOPS = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)


def is_free(port):
    """Whether that port of this machine can be listened on."""
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((HOST, port))
        except (OSError, OverflowError):
            return False
    return True


def serve(port):
    """Serve until told to stop; 0 then, else what gunicorn itself ended with."""
    told = {"EXITPROG_DB_ROLE": "web", "EXITPROG_BIND": f"{HOST}:{port}"}
    with forwarding() as forward:
        child = subprocess.Popen(
            [*COMMAND, "exitprog.wsgi"], env=os.environ | told, start_new_session=True
        )
        forward.to(child)
        ended = child.wait()
    return 0 if forward.was_told else ended


class Forward:
    """Passes on the wish to stop, also one that came before there was a child."""

    def __init__(self):
        self.child, self.was_told = None, False

    def __call__(self, number, frame):
        self.was_told = True
        if self.child:
            self.child.terminate()

    def to(self, child):
        self.child = child
        if self.was_told:
            child.terminate()


@contextmanager
def forwarding():
    forward = Forward()
    before = {number: signal.signal(number, forward) for number in STOPS}
    try:
        yield forward
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
