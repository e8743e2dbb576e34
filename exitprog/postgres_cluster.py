"""The embedded cluster itself: its folders, its server, its two roles.

PostgreSQL refuses root, so for root it runs as nobody, in a folder of the system's
temporary area; for anyone else it lies in the working copy where it can.
"""

import fcntl
import hashlib
import os
import re
import shlex
import shutil
import socket
import subprocess
import tempfile
import time
from pathlib import Path
from stat import S_ISDIR

import psycopg
from django.core.exceptions import ImproperlyConfigured
from psycopg import sql

from exitprog import postgres_binaries

DATABASE = "koers"
ROLES = {"superuser": "postgres", "owner": "koers_owner", "web": "koers_web"}
PORT = "5432"
NOBODY = 65534
PATIENCE = 30
LONGEST_SOCKET_FOLDER = 85
PLAIN_PATH = re.compile(r"[\w@%+=:./ -]+")


class Cluster:
    """One data folder and its server; tests have another than demo and development."""

    def __init__(self, home, secrets):
        self.home = Path(home).resolve()
        self.passwords = secrets["passwords"]
        self.is_for_tests = os.environ.get("EXITPROG_MODE") == "test"
        self.is_root = os.geteuid() == 0
        programs = os.environ.get("EXITPROG_PG_BIN", "wheel")
        origin = f"{self.home} {secrets['cluster']} {programs}"
        kind = "test" if self.is_for_tests else "main"
        self.name = f"{kind}-{hashlib.sha256(origin.encode()).hexdigest()[:10]}"

    @property
    def folder(self):
        """Elsewhere for root, and where PostgreSQL would read the path amiss."""
        if self.is_root or not PLAIN_PATH.fullmatch(str(self.home)):
            return self._temporary
        return self.home / self.name

    @property
    def socket_folder(self):
        """The folder of the socket; its path has a limit of some hundred bytes."""
        inside = self.folder / "socket"
        if len(os.fsencode(inside)) <= LONGEST_SOCKET_FOLDER:
            return inside
        return self._temporary / "socket"

    @property
    def _temporary(self):
        return Path(tempfile.gettempdir()).resolve() / f"exitprog-{self.name}"

    @property
    def data(self):
        return self.folder / "data"

    @property
    def log(self):
        return self.data / "server.log"

    def lock_file(self, purpose):
        """`mutex` and `users` are two: one for both would deadlock a second process."""
        return (self.home / f"{self.name}.{purpose}").open("a")

    def mutex(self):
        """Held while starting and stopping; closing the file lets go."""
        mutex = self.lock_file("mutex")
        fcntl.flock(mutex, fcntl.LOCK_EX)
        return mutex

    def start(self):
        """Make what is missing, start what is down, wait until it answers."""
        self._make_folders()
        if not self.data.exists():
            self._create()
        with self._connection() as connection:
            _provision(connection, self.passwords)

    def stop(self):
        self._run("pg_ctl", "stop", "-D", self.data, "-m", "fast", "-w")

    def _make_folders(self):
        for folder in {self.folder, self.socket_folder.parent}:
            _own(folder, 0o711 if self.is_root else 0o700)
        self.socket_folder.mkdir(mode=0o700, exist_ok=True)
        self._hand_over(self.socket_folder)

    def _hand_over(self, path):
        """To the user that the server runs as."""
        if self.is_root:
            os.chown(path, NOBODY, NOBODY)

    def _create(self):
        """Made aside and renamed: a killed initdb leaves no half cluster."""
        aside, password = self.folder / "data.new", self.folder / "password"
        shutil.rmtree(aside, ignore_errors=True)
        password.unlink(missing_ok=True)
        password.touch(mode=0o600, exist_ok=False)
        password.write_text(self.passwords["superuser"])
        aside.mkdir(mode=0o700)
        for path in (aside, password):
            self._hand_over(path)
        try:
            self._checked("initdb", *self._initial(aside, password))
        finally:
            password.unlink()
        aside.rename(self.data)

    def _initial(self, folder, password):
        """Sorting and case by Unicode, the same on every machine; passwords always."""
        version = self._checked("postgres", "--version").split()[2]
        if int(version.partition(".")[0]) >= 17:
            locale = ["--locale=C", "--locale-provider=builtin"]
            locale += ["--builtin-locale=C.UTF-8"]
        else:
            locale = ["--locale=C.UTF-8"]
        who = ["--username", ROLES["superuser"], "--auth=scram-sha-256"]
        sync = ["--no-sync"] if self.is_for_tests else []
        where = ["--pgdata", folder, "--pwfile", password, "--encoding=UTF8"]
        return [*where, *who, *locale, *sync]

    def _connection(self):
        """As superuser, after starting the server where nothing listens."""
        latest = time.monotonic() + PATIENCE
        while True:
            if not self._listens():
                self._launch()
            try:
                return self._connect()
            except psycopg.OperationalError as error:
                if "password authentication failed" in str(error):
                    raise ImproperlyConfigured(
                        f"The secrets in {self.home} don't fit its database: "
                        "remove that folder."
                    ) from error
                if time.monotonic() > latest:
                    raise ImproperlyConfigured(self._complaint()) from error
            time.sleep(0.1)

    def _connect(self):
        return psycopg.connect(
            host=str(self.socket_folder),
            port=PORT,
            user=ROLES["superuser"],
            password=self.passwords["superuser"],
            dbname="postgres",
            autocommit=True,
        )

    def _listens(self):
        """Ask the socket: a killed server's pid file says that it still runs."""
        with socket.socket(socket.AF_UNIX) as probe:
            return probe.connect_ex(str(self.socket_folder / f".s.PGSQL.{PORT}")) == 0

    def _launch(self):
        self._forget_stale_pid()
        self.log.unlink(missing_ok=True)
        where = ["-D", self.data, "-l", self.log]
        self._run("pg_ctl", "start", "-w", *where, "-o", shlex.join(self._options()))

    def _options(self):
        """The log holds no statement and no detail: those may hold a person's words."""
        options = {
            "listen_addresses": "",
            "unix_socket_directories": str(self.socket_folder),
            "unix_socket_permissions": "0700",
            "port": PORT,
            "max_connections": "100",
            "timezone": "UTC",
            "log_timezone": "UTC",
            "log_min_error_statement": "panic",
            "log_error_verbosity": "terse",
        }
        if self.is_for_tests:
            options |= {"fsync": "off", "full_page_writes": "off"}
        return [part for name in options for part in ("-c", f"{name}={options[name]}")]

    def _forget_stale_pid(self):
        """A zombie, or what got its number since, would keep the server out."""
        kept = self.data / "postmaster.pid"
        try:
            pid = kept.read_text().split("\n", 1)[0]
            stat = Path(f"/proc/{pid}/stat").read_text()
        except OSError:
            return
        name, _, rest = stat.partition("(")[2].rpartition(") ")
        if not name.startswith("postgres") or rest.startswith(("Z", "X")):
            kept.unlink()

    def _complaint(self):
        log = self.log.read_text() if self.log.exists() else ""
        return f"The embedded PostgreSQL doesn't start:\n{log[-2000:]}"

    def _checked(self, program, *arguments):
        ended = self._run(program, *arguments)
        if ended.returncode:
            raise ImproperlyConfigured(f"{program} failed:\n{ended.stdout}")
        return ended.stdout

    def _run(self, program, *arguments):
        """As the server's user, untouched by the caller's PG… and locale variables."""
        drop = {"user": NOBODY, "group": NOBODY, "extra_groups": []}
        return subprocess.run(
            [self._programs() / program, *arguments],
            check=False,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            cwd=self.folder,
            env={"PATH": os.defpath, "LC_ALL": "C"},
            **(drop if self.is_root else {}),
        )

    def _programs(self):
        programs = postgres_binaries.find()
        if self.is_root and not postgres_binaries.reachable_for_others(programs):
            return postgres_binaries.copy_for_others(programs, self.folder)
        return programs


def _own(folder, mode):
    """Make `folder` ours; in a temporary area someone else may have been first."""
    folder.mkdir(mode=mode, parents=True, exist_ok=True)
    status = folder.lstat()
    if status.st_uid != os.geteuid() or not S_ISDIR(status.st_mode):
        raise ImproperlyConfigured(f"{folder} belongs to someone else: remove it.")
    folder.chmod(mode)


def _provision(connection, passwords):
    """Two roles and a database: the owner migrates, the web role owns nothing."""
    known = "SELECT 1 FROM pg_database WHERE datname = %s"
    if connection.execute(known, [DATABASE]).fetchone():
        return
    for role, right in (("owner", "CREATEDB"), ("web", "NOCREATEDB")):
        _make_role(connection, ROLES[role], right, passwords[role])
    owner, web = (sql.Identifier(ROLES[role]) for role in ("owner", "web"))
    connection.execute(sql.SQL("GRANT {} TO {}").format(web, owner))
    create = sql.SQL("CREATE DATABASE {} OWNER {}")
    connection.execute(create.format(sql.Identifier(DATABASE), owner))


def _make_role(connection, name, right, password):
    known = connection.execute("SELECT 1 FROM pg_roles WHERE rolname = %s", [name])
    act = "ALTER" if known.fetchone() else "CREATE"
    statement = sql.SQL(f"{act} ROLE {{}} LOGIN {right} PASSWORD {{}}")
    connection.execute(statement.format(sql.Identifier(name), sql.Literal(password)))
