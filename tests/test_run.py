"""./run leaves a working .venv alone and says in a sentence what is missing."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

TOP = Path(__file__).parent.parent
NO_PYTHON = "Koers needs Python 3.11, 3.12 or 3.13 with its venv module"


@pytest.fixture
def copy(tmp_path):
    """A working copy whose .venv holds what its locks say."""
    copy = tmp_path.resolve() / "koers"
    for folder in ("requirements", ".venv/bin", ".venv/locks"):
        (copy / folder).mkdir(parents=True)
    shutil.copy(TOP / "run", copy)
    for name in ("dev", "lint"):
        (copy / f"requirements/{name}.txt").write_text(f"# {name}\n")
    shutil.copy(copy / "requirements/dev.txt", copy / ".venv/locks")
    (copy / ".venv/locks/home").write_text(str(copy))
    (copy / ".venv/bin/python").symlink_to(sys.executable)
    return copy


@pytest.fixture
def without_python(tmp_path):
    """A PATH on which every Python fails and there is no uv."""
    for name in ("python3", "python3.11", "python3.12", "python3.13"):
        (tmp_path / name).write_text("#!/bin/sh\nexit 1\n")
        (tmp_path / name).chmod(0o755)
    return f"{tmp_path}:/usr/bin:/bin"


def run(copy, *arguments, path=None):
    return subprocess.run(
        [copy / "run", *arguments],
        cwd="/",
        env={"PATH": path or os.environ["PATH"]},
        capture_output=True,
        text=True,
    )


def test_a_command_runs_in_the_venv_at_the_top_from_anywhere(copy, without_python):
    ended = run(copy, "sh", "-c", "pwd; command -v python", path=without_python)

    assert ended.stdout == f"{copy}\n{copy}/.venv/bin/python\n"
    assert (ended.stderr, ended.returncode) == ("", 0)


def test_manage_py_is_run_by_python(copy):
    (copy / "manage.py").write_text("import sys; print(sys.argv)")

    assert run(copy, "manage.py", "demo", "--fresh").stdout == (
        "['manage.py', 'demo', '--fresh']\n"
    )


def test_how_a_command_ends_is_how_run_ends(copy):
    assert run(copy, "sh", "-c", "exit 3").returncode == 3


def change_the_lock(copy):
    (copy / "requirements/dev.txt").write_text("# newer\n")


def lose_the_venv(copy):
    shutil.rmtree(copy / ".venv")


def move_the_copy(copy):
    (copy / ".venv/locks/home").write_text("/elsewhere")


@pytest.mark.parametrize("happen", [change_the_lock, lose_the_venv, move_the_copy])
def test_a_venv_that_does_not_fit_is_made_again(copy, without_python, happen):
    happen(copy)

    ended = run(copy, "true", path=without_python)

    assert (ended.returncode, ended.stderr[: len(NO_PYTHON)]) == (1, NO_PYTHON)


def test_a_group_is_installed_only_when_asked_for(copy, without_python):
    ended = run(copy, "--group", "lint", "true", path=without_python)

    assert (ended.returncode, ended.stderr[: len(NO_PYTHON)]) == (1, NO_PYTHON)


def test_a_group_that_does_not_exist_is_named(copy):
    ended = run(copy, "--group", "nope", "true")

    assert ended.stderr == "There is no requirements/nope.txt.\n"


def test_without_a_command_it_offers_two(copy):
    ended = run(copy)

    assert ended.stderr == "Say what to run: ./run manage.py demo, or ./run pytest.\n"
