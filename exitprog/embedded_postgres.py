"""A private PostgreSQL for demo, development and tests, when DATABASE_URL is unset.

Settings only ask where it will be (`database`); manage.py and the tests start it
(`ensure`). Processes share it: the last one to leave stops it. It listens on a unix
socket alone and wants a password.
"""

import atexit
import fcntl
import os
import signal
import sys
import threading
from pathlib import Path

from django.core.exceptions import ImproperlyConfigured

from exitprog import made_once
from exitprog.postgres_cluster import DATABASE, PORT, ROLES, Cluster

HOME = Path(__file__).resolve().parent.parent / ".pg"

_joined = {}


def demo_secrets(home=HOME):
    """The secret key, field keys and passwords of this working copy."""
    try:
        return made_once.read(home)
    except PermissionError as error:
        raise ImproperlyConfigured(
            f"{home} belongs to another user: remove it, or start as that user."
        ) from error


def database(role, home=HOME):
    """How to log in as `owner` or `web`, for Django's settings; starts nothing."""
    secrets = demo_secrets(home)
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": DATABASE,
        "USER": ROLES[role],
        "PASSWORD": secrets["passwords"][role],
        "HOST": str(Cluster(home, secrets).socket_folder),
        "PORT": PORT,
    }


def ensure(home=HOME):
    """Start the cluster, or join it, until this process ends."""
    cluster = Cluster(home, demo_secrets(home))
    if cluster.name in _joined:
        return
    with cluster.mutex():
        cluster.start()
        users = cluster.lock_file("users")
        fcntl.flock(users, fcntl.LOCK_SH)
    _joined[cluster.name] = users
    atexit.register(_leave, cluster, os.getpid())
    _leave_when_told()


def _leave(cluster, pid):
    """Stop the cluster when nobody else uses it; a forked child isn't a user."""
    if os.getpid() != pid:
        return
    with cluster.mutex(), _joined.pop(cluster.name) as users:
        try:
            fcntl.flock(users, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            return
        cluster.stop()


def _leave_when_told():
    """A polite end runs what was registered for the exit; by default it wouldn't."""
    if threading.current_thread() is not threading.main_thread():
        return
    for told in (signal.SIGTERM, signal.SIGHUP):
        if signal.getsignal(told) is signal.SIG_DFL:
            signal.signal(told, lambda number, frame: sys.exit(128 + number))
