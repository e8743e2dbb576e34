"""A canary in every sealed field: who reads it is who may, and nobody else.

Everyone opens every address that there is and follows every link. What a person saw
must be just what the table below says by hand; so a page that shows too much fails,
and so does a crawl that has gone blind.
"""

import re
from contextlib import contextmanager
from pathlib import Path
from unittest.mock import patch
from urllib.parse import urlsplit

import pytest
from django.urls import resolve

from counsellors.access_log import Right
from counsellors.models import AccessEvent
from exitprog.access import RuleMixin
from exitprog.fields import SealedField
from participants import models as kinds
from participants.querysets.rights import DossierQuerySet
from participants.views.dossier import DossierMixin
from tests.canary.addresses import (
    SKIPPED,
    addresses,
    admin_addresses,
    in_dossiers,
    open_to,
    unregistered_addresses,
)
from tests.canary.crawl import Crawl, Reader, logged
from tests.canary.words import (
    GROUP_OF,
    GROUPS,
    LABELS,
    LOGGED_AS,
    labels_in,
    sealed_fields,
    word,
)
from tests.routes import routes
from tests.walls import without_the_first_wall

ROOT = Path(__file__).resolve().parents[2]
OURS = {"templates", "exitprog", "agencies", "counsellors", "participants"}
ASKS = re.compile(r"request\.htmx|HX-Request|HTTP_HX|\bhtmx\.boosted")

DOSSIER = [
    "alias",
    "safety",
    "number",
    "titles",
    "notes",
    "words",
    "income",
    "daytime",
]

# Which groups of fields of Mirela's dossier each reads, and none of the other one.
# Hers is extra protected.
SEEN = {
    "anouk": [*DOSSIER, "birth date", "e-mail", "draft"],  # her counsellor
    "joost": [*DOSSIER, "e-mail"],  # covers, and is named
    "mila": [],  # covers, and is not
    "lena": [*DOSSIER, "emergency"],  # broke the glass, and a second person agreed
    "hanna": ["sheet"],  # is offered the dossier
    "tess": ["emergency", "review"],  # leads the team
    "pim": ["emergency", "review"],  # privacy officer
    "carla": [],  # coordinates for the municipality
    "frank": [],  # guided her before
    "bart": [],  # covers, behind a barrier
    "noor": [],  # works elsewhere
    "ada": [],  # admin
    "anonymous": [],
}
# Row-level security lets her counsellor read of emergencies; only our rule keeps the
# pages about them to those who lead, review or opened one.
SEEN_WITHOUT_RULES = {"anouk": ["emergency", "review"]}
ANSWERS = {200, 302, 403, 404, 405, 409}
KNOWS_THE_CODE = {"anouk", "joost", "lena", "hanna", "tess", "carla", "pim"}
FINDS = {"anouk", "joost"}
# One of each role reads the pages that know no dossier; other colleagues skip them.
FIRST_OF_ROLE = {"anouk", "tess", "carla", "pim", "ada", "anonymous"}
NO_DOSSIERS = ("/account", "/agencies/", "/help/", "/accessibility/")
# Says back the code in its address, whether there is a case or not.
KNOWS_NO_CASE = "participants:break-glass"
BY_SCRIPT = {"joost", "bart", "tess"}  # as htmx asks; see the test of both ways


def crawl(name, world, found_routes=None):
    """All that `name` can reach: by the access table, else by these routes."""
    client = Reader(headers={"HX-Request": "true"} if name in BY_SCRIPT else None)
    if name != "anonymous":
        client.force_login(world.people[name])
    codes = {dossier.code for dossier in world.dossiers}
    skipped = () if name in FIRST_OF_ROLE else NO_DOSSIERS
    found = Crawl(client, codes, world.here.twins, skipped)
    found.read(starts(name, world, found_routes))
    for dossier in world.dossiers:
        post_forms(found, dossier)
    post_forms_here(found, world.here)
    found.get(world.elsewhere.participant.get_absolute_url())
    return found


def starts(name, world, found_routes):
    as_in_the_table = "" if name == "joost" else name  # who covers here
    tried = found_routes or open_to(as_in_the_table)
    if name not in FIRST_OF_ROLE:
        tried &= in_dossiers()
    yield from addresses(world.here, tried, each=1)
    if name == "ada":
        yield from (*admin_addresses(), *unregistered_addresses())


def post_forms(found, dossier):
    """The forms whose answer shows something by POST."""
    alias = word(dossier.letter, "participants.participant.alias")
    found.post("participants:find", q=alias[:6])
    found.post("participants:number", dossier.code, anyway="yes")


def post_forms_here(found, dossier):
    told = word(dossier.letter, "participants.session.what_happened")
    found.post("participants:find", q=told[:6])
    found.post("participants:break-glass", dossier.code, reason="short")
    found.post("participants:assignment", dossier.code, to="x")


def by_group(found):
    """What was seen of Mirela's dossier, and `foreign` for the rest."""
    told = {}
    for letter, label in found.seen:
        group = GROUP_OF[label] if letter == "a" else "foreign"
        told.setdefault(group, set()).add(label.removeprefix("participants."))
    return told


def badly_logged(found, world):
    """Answers that held a canary, without a line that names the case and the group."""
    codes = {dossier.letter: dossier.code for dossier in world.dossiers}
    requests = {request for _address, request, _letter in found.showed}
    lines = AccessEvent.objects.filter(request_id__in=requests, result="granted")
    told = {}
    for line in lines:
        for code in (line.case_code, *line.case_codes):
            told.setdefault((line.request_id, code), set()).update(line.field_groups)
    return [
        (address, sorted(missing))
        for (address, request, letter), labels in found.showed.items()
        if (missing := groups_of(labels) - told.get((request, codes[letter]), set()))
    ]


def named_without_a_line(found):
    """Answers that named a case, without a line of theirs that names it."""
    requests = {request for _address, request in found.named}
    lines = AccessEvent.objects.filter(request_id__in=requests, result="granted")
    told = {}
    for line in lines:
        told.setdefault(line.request_id, set()).update(
            [line.case_code, *line.case_codes]
        )
    return [
        (address, sorted(missing))
        for (address, request), codes in found.named.items()
        if resolve(urlsplit(address).path).view_name != KNOWS_NO_CASE
        and (missing := codes - told.get(request, set()))
    ]


def groups_of(labels):
    groups = {GROUP_OF[label] for label in labels}
    return {LOGGED_AS.get(group, group) for group in groups}


def hits():
    """How many the searches of this test found, the latest first."""
    lines = AccessEvent.objects.filter(action="search").order_by("-pk")
    return list(lines.values_list("result_count", flat=True))


def test_every_sealed_field_has_a_canary(world):
    """A new field fails here until it is planted."""
    models = {kinds.Participant, kinds.Trajectory, *world.here.rows}
    planted = {
        field.label
        for model in models
        for field in model._meta.concrete_fields
        if isinstance(field, SealedField)
    }

    assert planted == set(sealed_fields())


def test_every_route_has_an_address_that_is_tried(world, db):
    """Where nobody looks no canary is found."""
    tried = set(addresses(world.here, set(routes())))

    assert {resolve(address).view_name for address in tried} == set(routes()) - SKIPPED


def test_every_canary_is_in_one_group():
    assert sorted(GROUP_OF) == LABELS
    assert sum(map(len, GROUPS.values())) == len(LABELS)


def test_no_page_asks_whether_a_script_asks():
    """So what is read with script is what is read without; some crawl as htmx asks.

    Only the lock does, which shows nothing and has the whole page loaded anew.
    """
    sources = [path for place in OURS for path in (ROOT / place).rglob("*.*")]
    sources = [path for path in sources if path.suffix in {".py", ".html"}]
    asking = [path for path in sources if ASKS.search(path.read_text())]

    assert len(sources) > 300
    assert asking == [ROOT / "counsellors/views/session.py"]


@pytest.mark.parametrize("name", SEEN)
def test_everyone_sees_just_what_is_theirs(world, db, name):
    with logged() as lines:
        found = crawl(name, world)

    assert by_group(found) == {group: GROUPS[group] for group in SEEN[name]}
    assert found.codes == ({world.here.code} if name in KNOWS_THE_CODE else set())
    assert found.leaks == []
    assert badly_logged(found, world) == []
    assert named_without_a_line(found) == []
    assert [line for line in lines if labels_in(line) or world.holds_code(line)] == []
    assert set(found.statuses.values()) <= ANSWERS
    assert sum(hits()) == (1 if name in FINDS else 0)


@contextmanager
def nothing_of_ours_refusing():
    """Neither rows nor rules; a page writes in the log that there is a right to it."""
    with (
        without_the_first_wall(),
        patch.object(DossierQuerySet, "guided_by", lambda rows, user: rows),
        patch.object(DossierMixin, "check_rule", lambda page: None),
        patch.object(DossierMixin, "right", Right("primary")),
        patch.object(RuleMixin, "allows", lambda page, user: True),
    ):
        yield


@pytest.mark.parametrize("name", ["carla", "mila", "anouk", "tess"])
def test_the_second_wall_alone_hides_the_same(world, db, name):
    """Every page of dossiers, and none fails: what fails would hide as well."""
    with nothing_of_ours_refusing():
        found = crawl(name, world, in_dossiers())

    seen = [*SEEN[name], *SEEN_WITHOUT_RULES.get(name, [])]
    assert by_group(found) == {group: GROUPS[group] for group in seen}
    assert found.codes == ({world.here.code} if name in KNOWS_THE_CODE else set())
    assert set(found.statuses.values()) <= ANSWERS
    tried = map(found.shape, addresses(world.here, in_dossiers(), each=1))
    assert set(tried) <= set(map(found.shape, found.statuses))
    assert found.statuses[world.elsewhere.participant.get_absolute_url()] == 404


def test_without_the_second_wall_the_same_pages_show_everyone(world, db, settings):
    """So nothing else hides them: as the owner, whom no policy holds."""
    settings.WEB_ROLE = "none"
    found = Crawl(Reader(), set())
    found.client.force_login(world.people["carla"])
    with nothing_of_ours_refusing():
        for dossier in world.dossiers:
            found.get(dossier.participant.get_absolute_url())

    assert set(found.statuses.values()) == {200}
    assert {letter for letter, _label in found.seen} == {"a", "b"}
