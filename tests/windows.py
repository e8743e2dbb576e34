"""Two at once: someone acts in a connection of their own, beside this transaction."""

from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from time import monotonic, sleep

from django.db import connection, transaction

WAITS_FOR_US = """
    SELECT EXISTS (SELECT FROM pg_locks
    WHERE NOT granted AND pg_backend_pid() = ANY(pg_blocking_pids(pid)))
"""


@contextmanager
def second_window(act, *facts):
    """Yields a function that begins `act`; its answer is there after the block.

    The function is called with our own change made and not yet committed. It comes
    back when the other one waits for us, which it must.
    """
    with ThreadPoolExecutor(1) as window, transaction.atomic():
        yield lambda: until_it_waits(window.submit(elsewhere, act, *facts))


def elsewhere(act, *facts):
    try:
        return act(*facts)
    finally:
        connection.close()


def until_it_waits(second):
    given_up = monotonic() + 20
    while not waits_for_us():
        assert not second.done(), "it did not wait"
        assert monotonic() < given_up, "it never came to a lock"
        sleep(0.005)
    return second


def waits_for_us():
    with connection.cursor() as cursor:
        cursor.execute(WAITS_FOR_US)
        return cursor.fetchone()[0]
