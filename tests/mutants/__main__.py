"""./run python -m tests.mutants [--only REGEX] [--list] [--workers 2]

Runs in a copy of the tree, which no one edits meanwhile, with a PostgreSQL of its own.
Neither mutmut nor cosmic-ray fits: they know no SQL, no lookup and no `visible_to`.
"""

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
from importlib import import_module
from pathlib import Path

import django
import pytest

ROOT = Path(__file__).resolve().parent.parent.parent
CACHE = ROOT / ".pytest_cache"
COPIED = "KOERS_MUTANTS_CACHE"


def main(arguments):
    if COPIED in os.environ:
        return hunt(arguments)
    with tempfile.TemporaryDirectory(prefix="koers-mutants-") as folder:
        copy_tree(Path(folder))
        command = [sys.executable, "-m", "tests.mutants", *arguments]
        told = os.environ | {COPIED: str(CACHE)}
        return subprocess.run(command, check=False, cwd=folder, env=told).returncode


def copy_tree(folder):
    """All that git knows or would take, as it stands now."""
    asked = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    listed = subprocess.run(asked, check=True, cwd=ROOT, capture_output=True, text=True)
    for name in filter(None, listed.stdout.split("\0")):
        if (ROOT / name).exists():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(ROOT / name, folder / name)


def hunt(arguments):
    parser = argparse.ArgumentParser(prog="tests.mutants", description=__doc__)
    parser.add_argument("--only", default="", metavar="REGEX", help="in its name")
    parser.add_argument("--list", action="store_true", help="name them, make none")
    parser.add_argument("--workers", type=int, default=2)
    asked, tests = parser.parse_known_args(arguments)
    os.environ["DJANGO_SETTINGS_MODULE"] = "tests.settings"
    django.setup()
    hunt = import_module("tests.mutants.hunt").Hunt(asked)
    alone = ["-n0", "-p", "no:randomly", "-q", "-o", f"cache_dir={os.environ[COPIED]}"]
    pytest.main([*alone, *tests], plugins=[hunt])
    return hunt.report()


sys.exit(main(sys.argv[1:]))
