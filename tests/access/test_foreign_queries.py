"""An id in a query, replaced by one of a dossier elsewhere: nothing of it is shown."""

import re
from datetime import UTC, datetime

import pytest

from exitprog import moment
from participants.models.held_order import HeldOrder
from participants.timeline import Place
from tests.foreign import THEIRS, address_of, make_foreign, rows_of_both, state
from tests.id_names import read_from

# Keys, tickets and what is left of the session differ each time.
DIFFERS = re.compile(r'[\w:.-]{30,}|data-(?:locks|ends)-in="\d+"')
AFTER_ALL = datetime(2100, 1, 1, tzinfo=UTC)
NO_IDS = {"kind", "language", "show", "sort", "week"}
DIRECTORY = {"agency"}  # everyone reads it
# Where the name is worked out: each reads these.
WORKED_OUT = {
    "agency_contacts": {"bottleneck", "next", "row"},
    "caseload": {"show", "sort"},
    "timeline": {"after", "before"},
    "together": {"first", "later"},
}


@pytest.fixture
def known(mirela, joost, noor, elsewhere):
    """With a move in each."""
    both = rows_of_both(mirela, joost, make_foreign(noor, elsewhere))
    for rows in both:
        order = HeldOrder(rows.trajectory, rows.author)
        rows.move = order.move_down(rows.order[0].pk)
    return both


def queries(own, ids):
    """(route, its own id, the query, the answer to theirs, whether the own id tells).

    A foreign draft or appointment is not found. Elsewhere the page is as without it:
    nothing is chosen, marked or said. Of a place in a list, or the row to go back to,
    nothing is looked up.
    """
    first, second = own.order
    key, place = ids.order[0].pk, Place(moment.today(), AFTER_ALL, ids.contact.pk)
    event = ids.order[0].events.latest("pgh_id").pgh_id
    return [
        ("session-new", None, {"draft": ids.draft.pk}, 404, True),
        ("session-new", None, {"appointment": ids.appointment.pk}, 404, True),
        ("session-new", None, {"bottleneck": key}, 200, True),
        ("dependency-new", second.pk, {"blocker": key}, 200, True),
        ("contact-new", None, {"row": key, "next": "priorities"}, 200, False),
        ("priorities", None, {"moved": ids.move.pk}, 200, True),
        ("priorities", None, {"said": "number", "row_of": key}, 200, True),
        ("together", None, {"first": key}, 200, True),
        ("together", None, {"step": "later", "later": key}, 200, True),
        ("history", None, {"before": ids.move.pk}, 200, True),
        ("bottleneck-history", first.pk, {"before": event}, 200, False),
        ("timeline", None, {"before": place}, 200, False),
        ("timeline", None, {"after": place}, 200, False),
    ]


def test_a_foreign_id_in_a_query_shows_nothing(as_anouk, mirela, known):
    own, foreign = known
    before = state()
    for sound, forged in zip(queries(own, own), queries(own, foreign), strict=True):
        shown, answer = look(as_anouk, mirela, *sound), look(as_anouk, mirela, *forged)
        *_address, status, tells = forged
        assert (shown.status_code, answer.status_code) == (200, status), forged
        assert (page_of(shown) != page_of(answer)) is tells, forged
        assert THEIRS not in answer.content.decode(), forged
    assert state() == before


def look(client, trajectory, route, key, query, *_expected):
    return client.get(address_of(trajectory, route, key), query)


def page_of(answer):
    return DIFFERS.sub("", answer.content.decode())


def test_every_id_that_an_address_takes_is_replaced_above(known):
    asked = {name for _r, _k, query, *_ in queries(*known) for name in query}
    names, others = read_from("GET")

    assert others == WORKED_OUT.keys()
    names |= set().union(*WORKED_OUT.values())
    assert names - asked == DIRECTORY | NO_IDS
