"""A database that is migrated once, and that each worker of a run copies.

It is made in a process of its own, while the workers import and collect. The file is
locked for as long as that takes. Where making it failed, a worker copies what there is,
migrates the rest itself and so meets the fault where its reader looks.
"""

import fcntl
import gc
import os
import tempfile
from contextlib import redirect_stdout
from multiprocessing import get_context
from pathlib import Path

from django.db import connection


class Template:
    def __init__(self):
        self.name = f"template_koers_{os.getpid()}"
        self.held, self.file = tempfile.mkstemp()

    def begin(self):
        """The lock is the child's as well, and stays until the child ends."""
        fcntl.flock(self.held, fcntl.LOCK_EX)
        self.maker = get_context("fork").Process(target=make, args=[self.name])
        self.maker.start()
        os.close(self.held)

    def drop(self):
        self.maker.join()
        Path(self.file).unlink()
        with connection._nodb_cursor() as cursor:
            cursor.execute(f'DROP DATABASE IF EXISTS "{self.name}"')

    def told(self):
        """What a worker must know of it."""
        return {"template": self.name, "template_file": self.file}


def make(name):
    """Migrating makes classes by the thousand; its process ends before they matter."""
    gc.disable()
    connection.settings_dict["TEST"]["NAME"] = name
    with Path(os.devnull).open("w") as nowhere, redirect_stdout(nowhere):
        connection.creation.create_test_db(0, autoclobber=True, serialize=False)


def copy_for(worker):
    """Let this worker's own database be a copy; waits until there is one to copy."""
    with Path(worker["template_file"]).open() as file:
        fcntl.flock(file, fcntl.LOCK_SH)
    connection.settings_dict["TEST"]["TEMPLATE"] = worker["template"]
