"""Settings say what they want, and start nothing without it."""

import os
import re
import subprocess
import sys
from pathlib import Path

import environ
import pytest
from django.core.exceptions import ImproperlyConfigured

from exitprog import open_id

TOP = Path(__file__).parent.parent
KEY = "k1:AQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQE="
PRODUCTION = {
    "SECRET_KEY": "long-and-random-enough-for-a-test-of-the-settings-of-production",
    "DATABASE_URL": "postgres://koers_web:password@localhost/koers",
    "EXITPROG_FIELD_KEYS": KEY,
    "ALLOWED_HOSTS": "koers.example",
}
READ = re.compile(r"""env(?:iron\.get|\.\w+)\(\s*["']([A-Z_]+)["']""")
ASKED = re.compile(r"^#?([A-Z_]+)=", re.MULTILINE)


def manage(*arguments, **settings):
    """Run a command with these settings alone."""
    path = {"PATH": os.environ["PATH"], "EXITPROG_MODE": "production"}
    return subprocess.run(
        [sys.executable, "manage.py", *arguments],
        cwd=TOP,
        env=path | settings,
        capture_output=True,
        text=True,
    )


def test_the_example_names_exactly_what_is_read():
    modules = (TOP / "exitprog").glob("*.py")
    read = {name for module in modules for name in READ.findall(module.read_text())}

    assert set(ASKED.findall((TOP / ".env.example").read_text())) == read


def test_the_example_as_it_is_makes_a_working_copy_for_development(monkeypatch):
    monkeypatch.setattr(environ.Env, "ENVIRON", {})

    environ.Env.read_env(TOP / ".env.example")

    assert environ.Env.ENVIRON == {"EXITPROG_MODE": "dev"}


@pytest.mark.parametrize("left_out", PRODUCTION)
def test_production_names_the_setting_it_misses_in_one_sentence(left_out):
    ended = manage("check", **PRODUCTION | {left_out: ""})

    assert (ended.returncode, ended.stderr.count("\n")) == (1, 1)
    assert ended.stderr.startswith(f"Koers can't start: set {left_out} ")


PROVIDER = {
    "OIDC_NAME": "Waterveen",
    "OIDC_ISSUER": "https://login.example/tenant",
    "OIDC_CLIENT_ID": "koers",
    "OIDC_CLIENT_SECRET": "a-secret-between-two",
}


def provider(**settings):
    """What those settings make, or the sentence that refuses them."""
    env = environ.Env()
    env.ENVIRON = settings
    try:
        return open_id.from_environment(env)
    except ImproperlyConfigured as error:
        return str(error)


def test_a_provider_is_whole_or_not_there():
    whole = open_id.OpenId(*PROVIDER.values(), trusts_addresses=True)

    assert provider() is None
    assert provider(**PROVIDER, OIDC_TRUST_ADDRESSES="true") == whole
    assert PROVIDER["OIDC_CLIENT_SECRET"] not in repr(whole)
    assert {name: provider(**PROVIDER | {name: ""}) for name in PROVIDER} == {
        name: f"Koers can't start: set {name} too, or no OIDC_ setting."
        for name in PROVIDER
    }
    assert provider(OIDC_TRUST_ADDRESSES="true").startswith(
        "Koers can't start: set OIDC_NAME, OIDC_ISSUER, "
    )


@pytest.mark.parametrize(
    "issuer",
    ["http://login.example", "login.example", "https://", f"https://a.b/{'x' * 190}"],
)
def test_a_provider_is_asked_by_https_alone(issuer):
    told = provider(**PROVIDER | {"OIDC_ISSUER": issuer})

    assert told == (
        f"Koers can't start: OIDC_ISSUER is {issuer}, and must begin with https:// "
        "and be at most 200 long."
    )


def test_half_a_provider_stops_the_start_in_one_sentence():
    ended = manage("check", **PRODUCTION, OIDC_NAME="Waterveen")

    assert (ended.returncode, ended.stderr.count("\n")) == (1, 1)


def test_production_does_not_run_on_another_database_than_postgresql():
    ended = manage("check", **PRODUCTION | {"DATABASE_URL": "sqlite:///koers.db"})

    assert (ended.returncode, ended.stderr.count("\n")) == (1, 1)


def test_a_mode_that_does_not_exist_is_refused():
    ended = manage("check", EXITPROG_MODE="prod")

    assert (ended.returncode, ended.stderr.count("\n")) == (1, 1)


def test_help_wants_no_settings():
    assert manage("help").returncode == 0
