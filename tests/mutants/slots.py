"""Some children at a time, each with a database of its own, copied from one."""

import os
from dataclasses import dataclass
from multiprocessing import get_context
from multiprocessing.connection import wait
from time import monotonic

from django.db import connection

fork = get_context("fork")
PATIENCE = 600


@dataclass
class Child:
    """A copy of this process, in which one task runs."""

    database: str
    task: object
    pipe: object
    process: object
    started: float

    @property
    def has_time(self):
        return monotonic() - self.started < PATIENCE

    def answer(self):
        """What it sent; None when it died or was too slow."""
        try:
            return self.pipe.recv() if self.pipe.poll() else None
        except EOFError:
            return None

    def end(self):
        self.process.kill()
        self.process.join()
        self.pipe.close()


def run(tasks, work, count):
    """Yields (task, what `work(task)` gave in a child, seconds), as they end."""
    free = [f"{connection.settings_dict['NAME']}_{number}" for number in range(count)]
    tasks, children = iter(tasks), []
    try:
        while True:
            while free and (task := next(tasks, None)) is not None:
                children.append(start(free.pop(), task, work))
            if not children:
                return
            for child in ended(children):
                children.remove(child)
                answer = child.answer()
                child.end()
                free.append(child.database)
                yield child.task, answer, monotonic() - child.started
    finally:
        for child in children:
            child.end()
        for database in {*free, *(child.database for child in children)}:
            drop(database)


def start(database, task, work):
    copy(database)
    ours, theirs = fork.Pipe(duplex=False)
    process = fork.Process(target=live, args=(database, task, work, theirs))
    process.start()
    theirs.close()
    return Child(database, task, ours, process, monotonic())


def live(database, task, work, pipe):
    os.setpgid(0, 0)
    connection.settings_dict["NAME"] = database
    pipe.send(work(task))
    pipe.close()


def ended(children):
    wait([child.pipe for child in children], timeout=5)
    return [c for c in children if c.pipe.poll() or not c.has_time]


def copy(database):
    connection.close()
    drop(database)
    with connection._nodb_cursor() as cursor:
        origin = connection.settings_dict["NAME"]
        cursor.execute(f'CREATE DATABASE "{database}" TEMPLATE "{origin}"')


def drop(database):
    """FORCE would also end the server's own workers, which only a superuser may."""
    with connection._nodb_cursor() as cursor:
        cursor.execute(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
            " WHERE datname = %s AND usename = current_user",
            [database],
        )
        cursor.execute(f'DROP DATABASE IF EXISTS "{database}"')
