"""The faults of the first wall, found in the source of the rights.

The source is not touched: the code of the running function is exchanged.
"""

import ast
import builtins
import sys
from copy import deepcopy
from functools import cache, partial
from importlib import import_module
from inspect import unwrap
from pathlib import Path

from django.db.models import Q

from counsellors.models import Role
from tests.mutants.mutant import Mutant
from tests.mutants.operators import groups, variants

ROOT = Path(__file__).resolve().parent.parent.parent
WHOLE = ["*/permissions.py", "participants/querysets/rights.py", "exitprog/access.py"]
IN_PART = ["*/querysets/*.py", "*/models/membership.py", "*/models/user.py"]
builtins.MUTANT_Q, builtins.MUTANT_ROLES = Q, Role  # what a fault may name
OURS = {"agencies", "counsellors", "exitprog", "participants"}
WIDENED = {"visible_to", "guided_by"}
RIGHTS = WIDENED | {
    "has_module_perms",
    "has_perm",
    "has_role",
    "in_force",
    "is_in_force",
    "memberships_now",
    "programmes_as",
    "to_open",
    "with_code",
}


class Source:
    """A module, its tree and those of its functions that hold a right."""

    def __init__(self, path, is_whole):
        self.path = path.relative_to(ROOT).as_posix()
        self.name = self.path.removesuffix(".py").replace("/", ".")
        self.tree = ast.parse(path.read_text())
        self.is_whole = is_whole

    @property
    def module(self):
        return import_module(self.name)

    def functions(self):
        """(qualified name, its node)"""
        for scope, prefix in self.scopes():
            for node in scope.body:
                if isinstance(node, ast.FunctionDef) and self.counts(node):
                    yield prefix + node.name, node

    def scopes(self):
        yield self.tree, ""
        for node in self.tree.body:
            if isinstance(node, ast.ClassDef):
                yield node, f"{node.name}."

    def counts(self, node):
        return self.is_whole or node.name in RIGHTS

    def key(self, name):
        return f"{self.path} {name}"

    def constants(self):
        """Groups of roles or kinds that a right names."""
        for node in self.tree.body if self.is_whole else ():
            if isinstance(node, ast.Assign) and isinstance(
                node.value, ast.Tuple | ast.Set | ast.List
            ):
                yield node.targets[0].id, node.value

    def with_function(self, old, new):
        """The tree with one function for another."""
        return Exchange(old, new).visit(deepcopy_but(self.tree, old))


class Exchange(ast.NodeTransformer):
    def __init__(self, old, new):
        self.old, self.new = old, new

    def visit(self, node):
        return self.new if node is self.old else super().visit(node)


def deepcopy_but(tree, node):
    """A copy in which `node` is itself."""
    return deepcopy(tree, {id(node): node})


@cache
def sources():
    found = {}
    for patterns, is_whole in ((WHOLE, True), (IN_PART, False)):
        for pattern in patterns:
            for path in sorted(ROOT.glob(pattern)):
                found.setdefault(path, Source(path, is_whole))
    return list(found.values())


def mutants():
    for source in sources():
        for name, node in source.functions():
            yield from of_function(source, name, node)
        for name, value in source.constants():
            yield from of_constant(source, name, value)


def of_function(source, name, function):
    for what, changed in changes(function):
        yield Mutant(
            f"{source.path}, {name}",
            what,
            ast.unparse(function),
            ast.unparse(changed),
            partial(exchange, source, name, function, changed),
            frozenset({source.key(name)}),
        )


def changes(function):
    if function.name in WIDENED:
        yield "widened to everything", begun_with(function, "return self.all()")
    for node in ast.walk(function):
        for what, instead in variants(node):
            yield what, Exchange(node, instead).visit(deepcopy_but(function, node))


def begun_with(function, text):
    """The function with a statement before its own."""
    changed = deepcopy(function)
    changed.body[:0] = ast.parse(text).body
    return changed


def of_constant(source, name, value):
    users = {
        s.key(of) for s in sources() for of, node in s.functions() if uses(node, name)
    }
    for what, instead in groups(value):
        yield Mutant(
            f"{source.path}, {name}",
            what,
            f"{name} = {ast.unparse(value)}",
            f"{name} = {ast.unparse(instead)}",
            partial(rebind, source, name, ast.unparse(instead)),
            frozenset(users),
        )


def uses(node, name):
    return any(isinstance(n, ast.Name) and n.id == name for n in ast.walk(node))


def exchange(source, name, function, changed):
    tree = ast.fix_missing_locations(source.with_function(function, changed))
    live_function(source.module, name).__code__ = code_of(
        compile(tree, source.path, "exec"), name
    )
    forget_answers()


def live_function(module, name):
    found = module
    for part in name.split("."):
        found = vars(found)[part]
    found = getattr(found, "fget", None) or getattr(found, "func", found)
    return unwrap(found)


def code_of(code, name):
    """The code of that qualified name, somewhere within."""
    if getattr(code, "co_qualname", "") == name:
        return code
    within = (c for c in getattr(code, "co_consts", ()) if hasattr(c, "co_consts"))
    return next(filter(None, (code_of(c, name) for c in within)), None)


def rebind(source, name, text):
    """Everywhere where the constant was imported to."""
    old = vars(source.module)[name]
    new = eval(text, vars(source.module))  # noqa: S307  our own source
    for module in list(sys.modules.values()):
        for bound, value in list(vars(module).items()):
            if value is old:
                setattr(module, bound, new)
    forget_answers()


def forget_answers():
    """What was written by the rights as they were, wherever it is kept."""
    for name, module in list(sys.modules.items()):
        if name.partition(".")[0] in OURS:
            for value in vars(module).values():
                if hasattr(value, "cache_clear"):
                    value.cache_clear()


def watch(reached):
    """From now on each function of the rights that runs adds itself to `reached`."""
    builtins.koers_reached = reached
    for source in sources():
        for name, node in source.functions():
            note = f"koers_reached.add({source.key(name)!r})"
            exchange(source, name, node, begun_with(node, note))
