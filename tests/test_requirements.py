"""pyproject.toml and the hashed locks say the same, so that ./run needs no thought.

After a change of the packages in pyproject.toml, with uv, at the top:

    lock="uv pip compile --universal --python-version 3.11 --generate-hashes \\
        --no-emit-index-url --no-header"
    $lock pyproject.toml -o requirements/run.txt
    $lock pyproject.toml --group dev -o requirements/dev.txt
    $lock --group e2e -c requirements/dev.txt -o requirements/e2e.txt
    $lock --group lint -c requirements/dev.txt -o requirements/lint.txt

Add --upgrade to the first two for newer versions of everything.
"""

import re
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

TOP = Path(__file__).parent.parent
PROJECT = tomllib.loads((TOP / "pyproject.toml").read_text())
LOCKS = {"run": ["run"], "dev": ["run", "dev"], "e2e": ["e2e"], "lint": ["lint"]}
LINE = re.compile(r"[a-z0-9.-]+==\S+ |    --hash=sha256:|    #(?!.*://)")
HASHES = re.compile(r"( \\\n    --hash=sha256:[0-9a-f]{64})+")


def wanted(group):
    """What pyproject.toml asks for directly."""
    if group == "run":
        return [Requirement(line) for line in PROJECT["project"]["dependencies"]]
    found = []
    for line in PROJECT["dependency-groups"][group]:
        if isinstance(line, dict):
            found += wanted(line["include-group"])
        else:
            found.append(Requirement(line))
    return found


def lock(name):
    return (TOP / f"requirements/{name}.txt").read_text()


def pins(name):
    """The pinned version of each package."""
    lines = re.findall(r"^([a-z0-9.-]+)==(\S+)", lock(name), re.MULTILINE)
    return dict(lines)


@pytest.mark.parametrize("name", LOCKS)
def test_each_lock_satisfies_what_the_project_asks_for(name):
    pinned = pins(name)

    unmet = [
        str(asked)
        for group in LOCKS[name]
        for asked in wanted(group)
        if not asked.specifier.contains(pinned.get(canonicalize_name(asked.name), "0"))
    ]

    assert unmet == []


@pytest.mark.parametrize("name", LOCKS)
def test_each_lock_was_made_for_what_the_project_asks_for_today(name):
    blocks = re.split(r"^(?=[a-z0-9])", lock(name), flags=re.MULTILINE)

    direct = {block.partition("==")[0] for block in blocks if " exitprog (" in block}
    asked = [requirement for group in LOCKS[name] for requirement in wanted(group)]
    assert direct == {canonicalize_name(requirement.name) for requirement in asked}


@pytest.mark.parametrize("name", LOCKS)
def test_each_pin_has_hashes_and_nothing_names_an_index(name):
    text = lock(name)

    assert len(HASHES.findall(text)) == len(pins(name))
    assert [line for line in text.splitlines() if not LINE.match(line)] == []


@pytest.mark.parametrize("name", ["run", "e2e", "lint"])
def test_adding_a_lock_never_changes_a_version(name):
    shared = pins(name).keys() & pins("dev").keys()

    assert {p: pins(name)[p] for p in shared} == {p: pins("dev")[p] for p in shared}


@pytest.mark.parametrize("name", ["e2e", "lint"])
def test_a_group_holds_no_more_than_it_needs(name):
    asked = {canonicalize_name(requirement.name) for requirement in wanted(name)}
    others = {canonicalize_name(requirement.name) for requirement in wanted("dev")}

    assert pins(name).keys() & others <= asked


def test_only_the_groups_that_the_house_knows_exist():
    files = {path.stem for path in (TOP / "requirements").iterdir()}

    assert files == set(LOCKS)
