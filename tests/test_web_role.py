"""The role that the web logs in as: held by the walls, or refused at the door."""

import psycopg
import pytest
from django.conf import settings
from django.core.exceptions import ImproperlyConfigured
from django.db import DatabaseError, connection

from exitprog import embedded_postgres
from exitprog.checks import ASK, check_web_role, refuse_too_strong_a_role
from exitprog.database import acting_as
from participants.models import Participant


@pytest.fixture
def as_web(transactional_db, mirela):
    """Django itself logs in as the web, with the web's own password."""
    if settings.DATABASE_URL:
        pytest.skip("only the embedded cluster tells its passwords")
    owner = connection.settings_dict.copy()
    web = embedded_postgres.database("web")
    connection.close()
    connection.settings_dict |= {"USER": web["USER"], "PASSWORD": web["PASSWORD"]}
    yield
    connection.close()
    connection.settings_dict |= {name: owner[name] for name in ("USER", "PASSWORD")}


def test_logged_in_for_real_the_web_shows_her_dossier_to_her_counsellor(
    as_web, client, anouk, noor, mirela
):
    page, answers = mirela.participant.get_absolute_url(), []
    for user in (anouk, noor):
        client.force_login(user)
        answers.append(client.get(page).status_code)

    assert answers == [200, 404]
    assert not Participant.objects.exists()
    assert check_web_role(["default"]) == []
    with pytest.raises(DatabaseError, match="permission denied"):
        connection.cursor().execute("TRUNCATE participants_participant CASCADE")


def test_under_the_owner_no_web_starts(db):
    assert [error.id for error in check_web_role(["default"])] == ["koers.E003"]
    with pytest.raises(ImproperlyConfigured, match="koers_owner owns tables"):
        refuse_too_strong_a_role()


def test_who_steps_down_is_let_in(db):
    with acting_as(None):
        assert check_web_role(["default"]) == []


def test_without_a_database_to_ask_nothing_is_said():
    assert check_web_role() == []


def test_a_superuser_is_known_for_what_it_is():
    if settings.DATABASE_URL:
        pytest.skip("only the embedded cluster tells its passwords")
    told = embedded_postgres.database("web")
    passwords = embedded_postgres.demo_secrets()["passwords"]
    with psycopg.connect(
        host=told["HOST"],
        port=told["PORT"],
        dbname="postgres",
        user="postgres",
        password=passwords["superuser"],
    ) as superuser:
        assert superuser.execute(ASK).fetchone()[:3] == ("postgres", True, True)
