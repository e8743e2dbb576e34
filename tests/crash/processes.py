"""Which processes a process of ours has started, and ending them by their number."""

import os
from contextlib import suppress
from pathlib import Path
from time import monotonic, sleep

PATIENCE = 20


def offspring(parent):
    """The numbers of the processes that it started and that still run."""
    return [
        pid
        for pid, its_parent, state in processes()
        if its_parent == parent and state != "Z"
    ]


def processes():
    for path in Path("/proc").glob("[0-9]*/stat"):
        with suppress(OSError):
            rest = path.read_text().rpartition(") ")[2].split()
            yield int(path.parent.name), int(rest[1]), rest[0]


def end(pids, how):
    for pid in pids:
        with suppress(ProcessLookupError):
            os.kill(pid, how)
    until(lambda: not set(pids) & {p for p, _, state in processes() if state != "Z"})


def until(is_so):
    given_up = monotonic() + PATIENCE
    while not is_so():
        if monotonic() > given_up:
            raise TimeoutError("it never came")
        sleep(0.02)
