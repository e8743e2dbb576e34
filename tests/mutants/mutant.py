"""One deliberate fault: where it is, what was changed, how to make it."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from difflib import unified_diff


@dataclass(frozen=True)
class Mutant:
    """`apply` makes it in the running process, which is thrown away afterwards."""

    place: str
    change: str
    before: str
    after: str
    apply: Callable
    functions: frozenset | None = None  # whose run can show it; None: any of a database
    why: str = ""  # it changes nothing that anyone could see

    @property
    def name(self):
        return f"{self.place}: {self.change}"

    def is_told_in(self, path):
        """Whether the name of a test's file says a word of the place."""
        words = set(re.findall("[a-z]{5,}", self.place.lower()))
        return any(word in path.stem for word in words)

    @property
    def diff(self):
        lines = self.before.splitlines(), self.after.splitlines()
        return "\n".join(unified_diff(*lines, "right", "mutant", n=2, lineterm=""))


def numbered(mutants):
    """Names are unique: of equal ones in a place each further one gets its number."""
    seen = {}
    for mutant in mutants:
        seen[mutant.name] = number = seen.get(mutant.name, 0) + 1
        if number > 1:
            object.__setattr__(mutant, "change", f"{mutant.change} ({number})")
        yield mutant
