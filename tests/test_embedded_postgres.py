"""The embedded cluster survives what a working day does to it, and keeps its doors."""

import os
import shutil
import signal
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path

import psycopg
import pytest
from django.core.exceptions import ImproperlyConfigured

from exitprog import embedded_postgres
from exitprog.postgres_cluster import Cluster

TOP = Path(__file__).parent.parent
USE = """
import sys
from exitprog import embedded_postgres
embedded_postgres.ensure(sys.argv[1])
print("ready", flush=True)
sys.stdin.readline()
"""
SETTINGS = """
import sys
def forbid(event, arguments):
    if event in {"subprocess.Popen", "socket.connect", "os.fork", "os.posix_spawn"}:
        sys.exit(f"settings did {event}")
sys.addaudithook(forbid)
import exitprog.settings
"""


@pytest.fixture(scope="module")
def home(tmp_path_factory):
    """A working copy's own folder, with a cluster of its own that never ran yet."""
    home = tmp_path_factory.mktemp("koers")
    yield home
    remove(home)


@pytest.fixture(scope="module")
def running(tmp_path_factory):
    """Another, that runs all the time."""
    home = tmp_path_factory.mktemp("koers")
    with user_of(home):
        yield home
    remove(home)


def cluster_of(home):
    return Cluster(home, embedded_postgres.demo_secrets(home))


def remove(home):
    """Its folders may lie apart, in the system's temporary area."""
    cluster = cluster_of(home)
    for folder in {cluster.folder, cluster.socket_folder.parent}:
        shutil.rmtree(folder)


def start_user(home):
    return subprocess.Popen(
        [sys.executable, "-c", USE, home],
        cwd=TOP,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )


@contextmanager
def user_of(home):
    """Another process that uses the cluster for as long as the block lasts."""
    with start_user(home) as process:
        assert process.stdout.readline() == "ready\n"
        yield process


def log_in(home, role, **changes):
    named = embedded_postgres.database(role, home)
    words = {
        "host": named["HOST"],
        "port": named["PORT"],
        "dbname": named["NAME"],
        "user": named["USER"],
        "password": named["PASSWORD"],
    }
    return psycopg.connect(**words | changes, autocommit=True)


def ask(home, question, role="owner"):
    with log_in(home, role) as connection:
        return connection.execute(question).fetchone()


def is_up(home):
    try:
        return ask(home, "SELECT true") == (True,)
    except psycopg.OperationalError:
        return False


def kill_server(home):
    pid = (cluster_of(home).data / "postmaster.pid").read_text().split()[0]
    os.kill(int(pid), signal.SIGKILL)


def test_two_first_starts_at_once_share_one_server(tmp_path):
    first, second = start_user(tmp_path), start_user(tmp_path)

    ready = [process.stdout.readline() for process in (first, second)]
    ended = [
        process.communicate() and process.returncode for process in (first, second)
    ]

    remove(tmp_path)
    assert (ready, ended) == (["ready\n", "ready\n"], [0, 0])


def test_the_last_user_stops_it_and_no_other(home):
    with user_of(home):
        with user_of(home):
            pass
        after_the_first = is_up(home)

    assert (after_the_first, is_up(home)) == (True, False)


def test_a_killed_user_leaves_a_server_that_the_next_one_joins(home):
    with user_of(home) as killed:
        born = ask(home, "SELECT pg_postmaster_start_time()")
        killed.kill()
        killed.wait()

    with user_of(home):
        assert ask(home, "SELECT pg_postmaster_start_time()") == born
    assert not is_up(home)


def test_a_killed_server_starts_again_with_what_was_saved(home):
    with user_of(home):
        with log_in(home, "owner") as connection:
            connection.execute("CREATE TABLE IF NOT EXISTS kept ()")
        kill_server(home)

    with user_of(home):
        assert ask(home, "SELECT count(*) FROM kept") == (0,)


def test_an_end_by_signal_stops_the_server_too(home):
    with user_of(home) as told:
        told.send_signal(signal.SIGTERM)
        told.wait()

    assert (told.returncode, is_up(home)) == (128 + signal.SIGTERM, False)


@pytest.mark.parametrize("user", ["postgres", "koers_owner", "koers_web"])
@pytest.mark.parametrize("password", ["", "guess"])
def test_nobody_comes_in_without_the_password(running, user, password):
    with pytest.raises(psycopg.OperationalError, match="password"):
        log_in(running, "web", user=user, password=password, passfile="/dev/null")


def test_no_door_is_open_to_the_network_or_to_other_users(running):
    listens = ask(running, "SHOW listen_addresses")
    socket = cluster_of(running).socket_folder.stat()

    assert (listens, socket.st_mode & 0o077) == (("",), 0)


def test_the_web_role_owns_nothing_and_makes_nothing(running):
    rights = (
        "SELECT rolsuper, rolcreatedb, rolcreaterole, rolbypassrls, "
        "has_schema_privilege('public', 'CREATE'), "
        "has_database_privilege(current_database(), 'CREATE') "
        "FROM pg_roles WHERE rolname = current_user"
    )

    assert ask(running, rights, role="web") == (False,) * 6
    with pytest.raises(psycopg.errors.InsufficientPrivilege):
        ask(running, "CREATE TABLE mine ()", role="web")


def test_the_owner_is_no_superuser_and_can_step_down(running):
    with log_in(running, "owner") as connection:
        connection.execute("SET ROLE koers_web")
        found = connection.execute(
            "SELECT current_user::text, rolsuper, rolbypassrls "
            "FROM pg_roles WHERE rolname = session_user"
        ).fetchone()

    assert found == ("koers_web", False, False)


def test_letters_fold_by_unicode_and_time_is_universal(running):
    found = ask(running, "SELECT lower('ÉÖ'), 'Élan' ILIKE 'éL%', 'B' < 'a'")

    assert found == ("éö", True, True)
    assert ask(running, "SHOW timezone") == ("UTC",)


def test_the_log_of_the_server_holds_nobodys_words(running):
    with pytest.raises(psycopg.errors.InvalidTextRepresentation):
        ask(running, "SELECT 'about her'::text, 'x'::int -- about her")

    assert "about her" not in cluster_of(running).log.read_text()


def test_secrets_of_another_cluster_end_with_a_sentence(running):
    cluster = cluster_of(running)
    cluster.passwords = dict.fromkeys(cluster.passwords, "another")

    with pytest.raises(ImproperlyConfigured, match="don't fit its database"):
        cluster.start()


def test_the_secrets_are_made_once_for_their_owner_alone(tmp_path):
    with ThreadPoolExecutor(8) as pool:
        made = list(pool.map(embedded_postgres.demo_secrets, [tmp_path / "new"] * 8))

    assert made == [made[0]] * 8
    assert (tmp_path / "new/secrets.json").stat().st_mode & 0o777 == 0o600


@pytest.mark.parametrize("name", ["é" * 60, "a, b", 'a "name"'])
def test_a_socket_has_a_short_and_plain_path(tmp_path, name):
    host = embedded_postgres.database("web", tmp_path / name)["HOST"]

    assert len(os.fsencode(host)) <= 85
    assert not set(host) & set(",\"'")


def test_naming_the_database_makes_no_cluster(tmp_path):
    embedded_postgres.database("web", tmp_path)

    assert not cluster_of(tmp_path).folder.exists()


def test_importing_the_settings_starts_nothing():
    command = [sys.executable, "-c", SETTINGS]
    ended = subprocess.run(command, cwd=TOP, env=os.environ | {"EXITPROG_MODE": "demo"})

    assert ended.returncode == 0
