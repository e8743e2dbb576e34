"""A pytest run that hunts: it runs no test itself, its children do, one mutant each.

First every test runs once without a fault and notes which functions of the rights it
reaches; that is kept for the next run as long as the file of the test is the same.
Then each mutant meets the tests that can see it, those first that saw its like, and
the quick ones before the slow; the first failure ends it.
"""

import re
from collections import Counter
from functools import cache, partial
from hashlib import sha256
from itertools import chain
from time import monotonic

from django.db import connection

from tests.mutants import in_python, in_sql, report, slots
from tests.mutants.equivalent import REASONS
from tests.mutants.mutant import numbered
from tests.mutants.report import SURVIVED

KEPT = "mutants/reached"
STOPPED = "it stopped the run"
WALL = re.compile(
    r"acting_as|tests\.walls|DatabaseError|IntegrityError|connection\.cursor"
    r"|tests\.participants\.(?:owner_functions|protecting)"
)
DATABASE = {"db", "transactional_db", "django_db_setup", "cast"}


class Hunt:
    """The plugin: takes the collected tests, and the mutants to find."""

    def __init__(self, asked):
        self.asked, self.workers = asked, asked.workers
        self.results, self.broken, self.failed = [], [], []
        self.unproven, self.known, self.saw = {STOPPED}, {}, Counter()
        self.same, self.began = [], monotonic()

    def pytest_runtest_logreport(self, report):
        if report.failed:
            self.failed.append(report.nodeid)

    def pytest_runtestloop(self, session):
        self.session, self.items = session, session.items
        self.write = session.config.get_terminal_writer().line
        self.make_database()
        django = session.config.pluginmanager.getplugin("django")
        with session.config.stash[django.blocking_manager_key].unblock():
            self.hunt()
        return True

    def hunt(self):
        mutants = [m for m in all_mutants() if re.search(self.asked.only, m.name)]
        if self.asked.list:
            self.results = [(mutant, "", 0) for mutant in mutants]
            return
        self.learn()
        self.same = [m for m in mutants if m.why or m.name in REASONS]
        self.meet([mutant for mutant in mutants if mutant not in self.same])
        self.prove()

    def make_database(self):
        """By a test that wants one: the database stays until the session ends."""
        first = next(i for i in self.items if DATABASE & set(i.fixturenames))
        self.run_items([first])
        connection.close()

    def run_items(self, items):
        """Run them in order until one fails; its name, or None."""
        return next((name for name, failed, _ in self.runs(items) if failed), None)

    def runs(self, items):
        """(name, whether it failed, seconds) of each, while it is asked for more."""
        for item, following in zip(items, [*items[1:], self.session], strict=False):
            self.failed, began = [], monotonic()
            item.ihook.pytest_runtest_protocol(item=item, nextitem=following)
            yield item.nodeid, bool(self.failed), monotonic() - began

    def learn(self):
        """Fills `known`: by name of test (seconds, the functions that it reaches)."""
        cache = self.session.config.cache
        files = self.files()
        prints = {path: fingerprint(items[0].path) for path, items in files.items()}
        kept = cache.get(KEPT, {})
        new = [p for p in files if kept.get(p, [0])[0] != prints[p]]
        learn = partial(self.learn_file, files)
        for path, answer, seconds in slots.run(new, learn, self.workers):
            known, broken = answer or ({}, [path])
            self.known |= known
            self.broken += broken
            if not broken:
                kept[path] = [prints[path], known]
                cache.set(KEPT, kept)
            self.write(f"{seconds:6.1f} s  learnt {path}")
        for path in set(files) & set(kept):
            self.known |= kept[path][1]

    def files(self):
        """The tests of each file; pytest-django set them apart by their database."""
        found = {}
        for item in self.items:
            found.setdefault(by_path(item), []).append(item)
        return found

    def learn_file(self, files, path):
        self.be_quiet()
        known, broken, reached = {}, [], set()
        in_python.watch(reached)
        for name, failed, seconds in self.runs(files[path]):
            if failed:
                broken.append(name)
            else:
                known[name] = (round(seconds, 3), sorted(reached))
            reached.clear()
            in_python.forget_answers()
        return known, broken

    def be_quiet(self):
        plugins = self.session.config.pluginmanager
        plugins.unregister(name="terminalreporter")

    def meet(self, mutants):
        for mutant, seen_by, seconds in slots.run(mutants, self.try_one, self.workers):
            seen_by = seen_by or STOPPED
            self.saw[seen_by] += 1
            self.saw[mutant.place, seen_by] += 1
            self.saw[mutant.change, seen_by] += 1
            self.results.append((mutant, seen_by, seconds))
            self.write(f"{seconds:6.1f} s  {mutant.name}  {seen_by}")

    def prove(self):
        """What saw a mutant must pass without one, alone: else it saw nothing."""
        items = {item.nodeid: item for item in self.items}
        seeing = {seen_by for _mutant, seen_by, _seconds in self.results} & set(items)
        for name, failed, _seconds in slots.run(seeing, self.fails, self.workers):
            if failed or failed is None:
                self.unproven.add(name)

    def fails(self, name):
        self.be_quiet()
        return bool(self.run_items([i for i in self.items if i.nodeid == name]))

    def report(self):
        return report.tell(self, monotonic() - self.began)

    def try_one(self, mutant):
        self.be_quiet()
        items = self.candidates(mutant)
        mutant.apply()
        return self.run_items(items) or SURVIVED

    def candidates(self, mutant):
        """The tests that can see it, in the order in which they likely do."""
        can = [
            i for i in self.items if i.nodeid in self.known and self.can_see(i, mutant)
        ]
        return sorted(can, key=lambda item: self.rank(item, mutant))

    def can_see(self, item, mutant):
        if mutant.functions is None:
            return bool(words_about_walls(item.path))
        return not mutant.functions.isdisjoint(self.known[item.nodeid][1])

    def rank(self, item, mutant):
        name = item.nodeid
        return (
            -self.saw[mutant.place, name] - self.saw[mutant.change, name],
            not mutant.is_told_in(item.path),
            -min(self.saw[name], 1),
            0 if mutant.functions else -words_about_walls(item.path),
            self.known[name][0],
        )


def all_mutants():
    return list(numbered(chain(in_python.mutants(), in_sql.mutants())))


@cache
def words_about_walls(path):
    """How much its tests speak of the second wall: they are those that must see it."""
    return len(WALL.findall(path.read_text()))


def by_path(item):
    """As pytest names it, from the top of the tree."""
    return item.location[0]


def fingerprint(path):
    return sha256(path.read_bytes()).hexdigest()
