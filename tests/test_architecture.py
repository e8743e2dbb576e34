"""The shape of the house: which way knowledge flows, and how large a room gets."""

import ast
from functools import cache
from pathlib import Path

import pytest
from importlinter import cli

TOP = Path(__file__).parent.parent
ABOVE = {
    "exitprog": ["participants", "counsellors", "agencies"],
    "agencies": ["participants", "counsellors"],
    "counsellors": ["participants"],
    "participants": [],
}
COMPOSITION = {"settings.py", "urls.py"}
HOMELESS = {"common", "helpers", "mixins", "services", "signals", "utils"}
NEED_NO_WORDS = {"__init__.py", "apps.py", "urls", "urls.py"}
LONGEST_MODULE = 300
LONGEST_FUNCTION = 25


def modules(*folders):
    for folder in folders or ABOVE:
        for path in sorted((TOP / folder).rglob("*.py")):
            if "migrations" not in path.parts:
                yield path


@cache
def every_node(path):
    return list(ast.walk(ast.parse(path.read_text())))


def nodes(path, *kinds):
    return [node for node in every_node(path) if isinstance(node, kinds)]


def functions(path):
    return nodes(path, ast.FunctionDef, ast.AsyncFunctionDef)


def length(function):
    """Lines of code: what explains it comes for free."""
    first = function.body[1 if ast.get_docstring(function) else 0 :] or function.body
    return function.end_lineno - first[0].lineno + 1


def place(path, node=None):
    name = str(path.relative_to(TOP))
    return f"{name}:{node.lineno}" if node else name


def strings(path):
    """Texts that may point somewhere; docstrings and messages have spaces."""
    constants = [n for n in nodes(path, ast.Constant) if isinstance(n.value, str)]
    return [n for n in constants if " " not in n.value]


def test_the_walk_finds_the_modules_of_every_app():
    """What the tests below look through is there."""
    assert {app for app in ABOVE if len(list(modules(app))) < 20} == set()
    assert sum(len(functions(path)) for path in modules()) > 1000


def test_imports_point_down(capsys, monkeypatch):
    monkeypatch.chdir(TOP)
    # Its settings for logging silence the loggers that are there already, Django's too.
    monkeypatch.setattr(cli, "_configure_logging", lambda verbose: None)

    broken = cli.lint_imports(config_filename="pyproject.toml", no_cache=True)

    assert broken == 0, capsys.readouterr().out


@pytest.mark.parametrize("app", ABOVE)
def test_no_app_names_a_higher_one(app):
    named = [
        place(path, node)
        for path in modules(app)
        if path.name not in COMPOSITION
        for node in strings(path)
        if node.value.partition(".")[0].partition(":")[0] in ABOVE[app]
    ]

    assert named == []


def test_nothing_is_imported_inside_a_function():
    hidden = [
        place(path, statement)
        for path in modules()
        for function in functions(path)
        for statement in ast.walk(function)
        if isinstance(statement, ast.Import | ast.ImportFrom)
    ]

    assert hidden == []


def test_no_app_listens_to_signals():
    names = {"receiver", "Signal", "post_save", "pre_save", "post_delete", "pre_delete"}
    heard = [
        place(path, node)
        for path in modules()
        for node in nodes(path, ast.ImportFrom)
        if "signals" in (node.module or "") or names & {n.name for n in node.names}
    ]

    assert heard == []


def test_no_answer_is_streamed():
    """It would be written when the request's transaction, and its user, are gone."""
    streams = {"StreamingHttpResponse", "FileResponse"}
    streaming = [
        place(path, node)
        for path in modules()
        for node in nodes(path, ast.alias, ast.Name, ast.Attribute)
        if streams & {getattr(node, name, "") for name in ("name", "id", "attr")}
    ]

    assert streaming == []


def test_every_module_has_a_home():
    assert [place(path) for path in modules() if path.stem in HOMELESS] == []


def test_no_module_and_no_function_grows_long():
    long = [
        place(path)
        for path in modules()
        if len(path.read_text().splitlines()) > LONGEST_MODULE
    ]
    long += [
        place(path, function)
        for path in modules()
        for function in functions(path)
        if length(function) > LONGEST_FUNCTION
    ]

    assert long == []


def test_each_module_says_what_it_decides():
    silent = [
        place(path)
        for path in modules()
        if not NEED_NO_WORDS.intersection([path.name, path.parent.name])
        and not ast.get_docstring(every_node(path)[0])
    ]

    assert silent == []
