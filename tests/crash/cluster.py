"""A PostgreSQL of our own, that is killed."""

import shutil
import signal
import tempfile
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import quote

from exitprog import made_once
from exitprog.postgres_cluster import DATABASE, ROLES, Cluster
from tests.crash.processes import end, offspring


class OwnCluster(Cluster):
    """Unlike that of the tests it waits for the disk, unless it is careless."""

    is_careless = False

    def _options(self):
        careless = ["-c", "synchronous_commit=off", "-c", "wal_writer_delay=5s"]
        return [*super()._options(), *(careless if self.is_careless else ())]

    def url(self, role):
        who = f"{ROLES[role]}:{quote(self.passwords[role])}"
        return f"postgres://{who}@/{self.socket_folder}/{DATABASE}"

    def kill(self):
        """The server and all that it started, at once and without a word."""
        server = int((self.data / "postmaster.pid").read_text().split("\n", 1)[0])
        end([server, *offspring(server)], signal.SIGKILL)


@contextmanager
def own_cluster(*, is_careless):
    with tempfile.TemporaryDirectory(prefix="koers-crash-") as home:
        cluster = OwnCluster(home, made_once.read(home))
        cluster.is_for_tests, cluster.is_careless = False, is_careless
        try:
            cluster.start()
            yield cluster
        finally:
            cluster.stop()
            shutil.rmtree(Path(cluster.folder), ignore_errors=True)
