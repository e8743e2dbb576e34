"""The access log: what a line holds, and that it stays."""

import pytest
from django.db import ProgrammingError, connection

from counsellors.models import AccessEvent
from counsellors.models.access_event import Action
from tests.factories import make_line, make_refusal

LOG = "/access-log/"
COLUMNS = [
    "action",
    "actor",
    "at",
    "case_code",
    "case_codes",
    "device",
    "field_groups",
    "ground",
    "ground_id",
    "has_consent",
    "has_relation",
    "id",
    "is_authorised",
    "is_emergency",
    "kind",
    "object_id",
    "on_behalf_of",
    "origin",
    "pace",
    "page",
    "programme",
    "request_id",
    "result",
    "result_count",
    "search_hash",
    "was_closed",
]
STATEMENTS = {
    "UPDATE": "UPDATE counsellors_accessevent SET case_code = 'X'",
    "DELETE": "DELETE FROM counsellors_accessevent",
    "TRUNCATE": "TRUNCATE counsellors_accessevent",
}


def execute(statement):
    with connection.cursor() as cursor:
        cursor.execute(statement)


def test_a_line_has_these_columns():
    assert sorted(field.name for field in AccessEvent._meta.fields) == COLUMNS


@pytest.mark.parametrize("verb", ["UPDATE", "DELETE"])
def test_a_line_stays_as_it_was_written(anouk, verb):
    make_line(anouk)

    with pytest.raises(ProgrammingError, match="Cannot update or delete"):
        execute(STATEMENTS[verb])


@pytest.mark.parametrize("verb", ["UPDATE", "DELETE", "TRUNCATE"])
def test_the_web_role_has_no_right_to_change_lines(anouk, verb):
    execute("SET LOCAL ROLE koers_web")

    with pytest.raises(ProgrammingError, match="permission denied"):
        execute(STATEMENTS[verb])


def test_an_opened_dossier_says_who_for_whom_and_by_which_right(
    client, joost, cover, anouk, mirela
):
    client.force_login(joost)

    client.get(mirela.participant.get_absolute_url())

    line = AccessEvent.objects.get(actor=joost)
    assert (line.case_code, line.ground, line.ground_id, line.on_behalf_of) == (
        mirela.participant.code,
        "cover",
        cover.pk,
        anouk,
    )


def test_a_stranger_leaves_a_line_without_a_programme(client, noor, mirela):
    client.force_login(noor)

    client.get(mirela.participant.get_absolute_url())

    line = AccessEvent.objects.get(actor=noor)
    assert (line.result, line.programme, line.is_authorised) == (
        "refused",
        None,
        False,
    )
    assert line.case_code == mirela.participant.code


def test_what_an_admin_was_refused_is_read_where_there_is_a_privacy_officer(
    pim, ada, waterveen
):
    make_line(ada, action=Action.LIST)
    refused = make_refusal(ada)

    assert list(AccessEvent.objects.visible_to(pim)) == [refused]


def test_a_granted_right_names_who_got_it(as_pim, ada, joost, waterveen):
    make_line(ada, waterveen, action=Action.GRANT, kind="user", object_id=joost.pk)

    assert "granted a right: Joost Bakker" in as_pim.get(LOG).content.decode()


@pytest.mark.parametrize(
    ("proxies", "origin"), [(0, "127.0.0.1"), (1, "192.0.2.7"), (2, "198.51.100.1")]
)
def test_a_line_knows_the_visitor_behind_our_own_proxies(
    as_pim, pim, settings, proxies, origin
):
    settings.ALLAUTH_TRUSTED_PROXY_COUNT = proxies

    as_pim.get(LOG, headers={"X-Forwarded-For": "spoofed, 198.51.100.1, 192.0.2.7"})

    assert AccessEvent.objects.get(actor=pim).origin == origin
