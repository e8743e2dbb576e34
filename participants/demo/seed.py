"""Fills an empty database with the whole fictional world, in one transaction."""

from django.db import transaction

from participants.demo import marker, people
from participants.demo.book import Book
from participants.demo.chain import Chain
from participants.demo.stories import mirela


@transaction.atomic
def seed(language="nl"):
    """Write everybody and everything; the notes are in `language`."""
    book, chain = Book(language), Chain()
    users = people.make_users(chain.programmes, language)
    mirela.write(book, users, chain)
    book.write()
    marker.write(language)
