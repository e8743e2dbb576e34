"""What is no log-in at the provider: told in one sentence, and nothing is made."""

import dataclasses
from urllib.parse import parse_qs, urlsplit

import pytest
from django.db import ProgrammingError, connection

from counsellors.models import AccessEvent
from exitprog.database import acting_as
from tests.counsellors.doors import ACCOUNT
from tests.counsellors.provider_visit import (
    BACK,
    DID_NOT_WORK,
    START,
    come,
    links,
    start,
    told,
)
from tests.open_id_provider import key


def test_a_token_that_is_not_true_is_told_and_leaves_no_line(client, provider, anouk):
    wrong = [{"nonce": "another"}, {"aud": "another"}, {"sub": "x" * 192}]
    answers = []
    for claims in wrong:
        provider.reset()
        provider.claims |= claims
        come(client, provider)
        answers.append(told(client))
    provider.reset()
    provider.signing = key("another")
    come(client, provider)

    assert [*answers, told(client)] == [DID_NOT_WORK] * 4
    assert AccessEvent.objects.count() == 0


def test_what_failed_is_logged_by_its_kind_alone(client, provider, anouk, caplog):
    provider.claims |= {"nonce": "a word of hers"}
    come(client, provider)

    [line] = [r for r in caplog.records if r.name == "counsellors.views.provider"]
    assert line.getMessage() == "log-in by the provider failed: TokenError"


def test_a_state_counts_once_and_in_its_own_browser(client, provider, anouk):
    other = type(client)()
    other.cookies["language"] = "en"
    back = provider.grant(start(client))
    other.get(back)
    foreign = told(other)
    provider.granted.clear()
    client.get(back)
    used = told(client)
    client.get(provider.grant(start(client)).replace("state=", "state=x"))

    assert [foreign, used, told(client)] == [DID_NOT_WORK] * 3


def test_a_code_of_another_browser_opens_nothing(client, provider, anouk):
    """It was taken from her address bar; the proof of PKCE stayed in her session."""
    theirs, other = provider.grant(start(client)), type(client)()
    own = provider.grant(start(other))
    state = parse_qs(urlsplit(own).query)["state"][0]
    code = parse_qs(urlsplit(theirs).query)["code"][0]

    other.get(BACK, {"code": code, "state": state})

    assert other.get(ACCOUNT).status_code == 302
    assert links() == []


@pytest.mark.parametrize(
    "words", ["error=access_denied&state={}", "state={}", "code=x%00&state={}", ""]
)
def test_coming_back_without_a_code_is_told(client, provider, anouk, words):
    state = parse_qs(urlsplit(start(client)).query)["state"][0]

    client.get(f"{BACK}?{words.format(state)}")

    assert told(client) == DID_NOT_WORK


def test_a_provider_that_is_away_or_somebody_else_is_told(
    client, provider, anouk, settings
):
    said = {
        "another": {"issuer": "http://127.0.0.1/other"},
        "secure": {"token_endpoint": "https://login.example/token"},
        "empty": {"jwks_uri": None},
    }
    answers = {}
    for name, discovery in said.items():
        provider.discovery = discovery
        client.post(START)
        answers[name] = told(client)
    settings.OPEN_ID = dataclasses.replace(
        provider.settings, issuer="http://127.0.0.1:1"
    )
    client.post(START)
    answers["away"] = told(client)

    assert answers == dict.fromkeys([*said, "away"], DID_NOT_WORK)


def test_too_many_tries_must_wait(client, provider, anouk, settings):
    settings.ACCOUNT_RATE_LIMITS = {"login": "1/m/ip"}

    answers = [client.post(START), client.post(START), client.get(BACK)]

    assert [answer.status_code for answer in answers] == [200, 429, 429]


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE socialaccount_socialaccount SET uid = 'x'",
        "INSERT INTO socialaccount_socialtoken DEFAULT VALUES",
        "INSERT INTO socialaccount_socialapp DEFAULT VALUES",
    ],
)
def test_the_web_moves_no_link_and_keeps_no_token(db, statement):
    with (
        pytest.raises(ProgrammingError, match="permission denied"),
        acting_as(None),
        connection.cursor() as cursor,
    ):
        cursor.execute(statement)
