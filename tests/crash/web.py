"""gunicorn as it really runs, under the web role; killed in parts or as a whole."""

import os
import signal
import socket
import subprocess

from exitprog.web_server import COMMAND, HOST
from tests.crash.processes import end, offspring, until


class Web:
    """The master and its workers, always at the same address."""

    def __init__(self, database):
        with socket.create_server((HOST, 0)) as probe:
            self.port = probe.getsockname()[1]
        self.told = {
            "DATABASE_URL": database,
            "DJANGO_SETTINGS_MODULE": "tests.settings",
            "EXITPROG_BIND": f"{HOST}:{self.port}",
        }
        self.start()

    def start(self):
        self.master = subprocess.Popen(
            [*COMMAND, "exitprog.wsgi"],
            env=os.environ | self.told,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )

    def kill_a_worker(self):
        """The master starts another one by itself."""
        until(lambda: offspring(self.master.pid))
        end(offspring(self.master.pid)[:1], signal.SIGKILL)

    def kill(self):
        workers = offspring(self.master.pid)
        self.master.kill()
        self.master.wait()
        end(workers, signal.SIGKILL)

    def stop(self):
        self.master.terminate()
        self.master.wait()
