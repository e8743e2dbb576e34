"""What the hunt found: a line for each, the diff of each survivor, and the sum."""

import sys

from tests.mutants.equivalent import REASONS

SURVIVED = "** SURVIVES **"


def tell(hunt, seconds):
    """Print it; 0 when every mutant was seen, by tests that pass without it."""
    if hunt.asked.list:
        say(*(f"{m.name}{as_known(m)}" for m, _seen, _took in hunt.results))
        return 0
    survivors = [m for m, seen_by, _took in hunt.results if seen_by == SURVIVED]
    unproven = [m for m, seen_by, _took in hunt.results if seen_by in hunt.unproven]
    say("", *(f"{mutant.name}{as_known(mutant)}" for mutant in hunt.same))
    say(*(f"\n{m.name}\n{m.diff}" for m in survivors))
    say(*(f"seen by a test that fails without it too: {m.name}" for m in unproven))
    say(*(f"fails without any mutant: {name}" for name in hunt.broken))
    caught = len(hunt.results) - len(survivors) - len(unproven)
    say(
        f"{len(hunt.results)} mutants, {caught} caught, {len(survivors)} survive,"
        f" {len(hunt.same)} change nothing; {seconds / 60:.1f} minutes."
    )
    return 1 if survivors or unproven or hunt.broken or not hunt.results else 0


def as_known(mutant):
    why = mutant.why or REASONS.get(mutant.name)
    return f"  (changes nothing: {why})" if why else ""


def say(*lines):
    sys.stdout.writelines(f"{line}\n" for line in lines)
