"""Fills an empty database with the whole fictional world, in one transaction."""

from random import Random

from django.db import transaction

from agencies import catalogue
from participants.demo import (
    agenda,
    livelihood,
    marker,
    paperwork,
    people,
    team,
    traces,
)
from participants.demo.book import Book
from participants.demo.cast import CAST
from participants.demo.chain import Chain
from participants.demo.life import Life
from participants.demo.stories import mirela
from participants.models.participant import ALPHABET

SAME_EVERY_TIME = 2041


@transaction.atomic
def seed(language="nl"):
    """Write everybody and everything; gives who and what `tell` speaks about."""
    catalogue.load()
    chain = Chain()
    users = people.make_users(chain.programmes, language)
    tell(language, users, chain).write()
    marker.write(language)
    return users, chain


def tell(language, users, chain):
    """The dossiers of everybody, unwritten, with notes in `language`."""
    book = Book(language)
    rng = Random(SAME_EVERY_TIME)  # noqa: S311 the same story each time, no secret
    codes = _codes(rng)
    dossiers = {"Mirela": mirela.write(book, users, chain)}
    for person in CAST:
        life = Life(person, next(codes), book, chain, users, rng)
        dossiers[person.alias] = life.write()
    paperwork.write(dossiers, chain)
    agenda.plan(book, dossiers)
    team.write(book, users, dossiers)
    livelihood.write(book, dossiers)
    _leave_traces(book, users, dossiers, rng)
    return book


def _codes(rng):
    """Case codes that look random and never repeat."""
    given = {mirela.CODE}
    while True:
        drawn = "".join(rng.choices(ALPHABET, k=7))
        code = f"{drawn[:3]}-{drawn[3:]}"
        if code not in given:
            given.add(code)
            yield code


def _leave_traces(book, users, dossiers, rng):
    lines = traces.Traces(book, dossiers.values(), rng)
    lines.write()
    mirelas = dossiers["Mirela"]
    lines.refused(users["femke"], -9, mirelas)
    lines.refused(users["femke"], -8, mirelas)
    lines.searched(users["ravi"], -5, "mirella", mirelas.trajectory.programme)
    traces.draft(book, users["anouk"], dossiers["Danique"].participant)
