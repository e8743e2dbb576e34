"""The demo keeps off what is not its own."""

import socket
from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from counsellors.models import User
from participants.demo import marker
from tests.factories import MakeUser


def test_it_refuses_a_database_that_holds_anything_else(db):
    MakeUser()

    with pytest.raises(CommandError, match="that the demo did not put there"):
        call_command("demo", no_serve=True, stdout=StringIO())

    assert User.objects.count() == 1


def test_its_own_database_and_an_empty_one_are_not_foreign(db):
    assert not marker.is_foreign()

    marker.write("nl")
    MakeUser()

    assert not marker.is_foreign()


def test_a_busy_port_is_named(db):
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = other.getsockname()[1]

        with pytest.raises(CommandError, match=f"Port {port} is not free"):
            call_command("demo", port=port)
