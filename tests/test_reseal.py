"""Everything sealed moves to the newest key, and says the same as before."""

from io import StringIO

import pytest
from django.conf import settings
from django.core.management import CommandError, call_command

from exitprog.fields import SealedField
from participants.models import Bottleneck, Participant, SafeContact
from tests.factories import MakeBottleneck, MakeSafeContact

NEW, OLD = settings.FIELD_KEYS.items()


def told():
    out = StringIO()
    call_command("reseal", stdout=out)
    return out.getvalue()


def key_ids(*models):
    """The keys under which anything that is not empty is sealed."""
    return {
        row.__dict__[field.attname].key_id
        for model in models
        for field in model._meta.fields
        if isinstance(field, SealedField)
        for row in model.objects.all()
        if row.__dict__[field.attname]
    }


@pytest.fixture
def sealed_long_ago(settings, request):
    """Mirela's rows, one of them never overwritten, from before there was a new key."""
    settings.FIELD_KEYS = dict([OLD])
    mirela, anouk = map(request.getfixturevalue, ["mirela", "anouk"])
    MakeBottleneck(trajectory=mirela, title="A room", story="Far away.", position=1)
    MakeSafeContact(participant=mirela.participant, recorded_by=anouk)
    settings.FIELD_KEYS = dict([NEW, OLD])


def test_everything_moves_to_the_first_key(sealed_long_ago):
    sealed = [Participant, Bottleneck, Bottleneck.pgh_event_model, SafeContact]
    before = key_ids(*sealed)

    call_command("reseal", stdout=StringIO())

    assert before == {"old"}
    assert key_ids(*sealed) == {"new"}
    assert Bottleneck.pgh_event_model.objects.get().story == "Far away."


def test_the_new_key_alone_opens_it(sealed_long_ago, settings):
    call_command("reseal", stdout=StringIO())

    settings.FIELD_KEYS = dict([NEW])

    assert Participant.objects.get().alias == "Mirela"
    assert Bottleneck.objects.get().story == "Far away."
    assert SafeContact.objects.get().channels == ["app"]


def test_it_says_how_many_and_finds_none_the_second_time(sealed_long_ago):
    assert (told(), told()) == (
        "Sealed 11 values anew under key new.\n",
        "Sealed 0 values anew under key new.\n",
    )


def test_a_lost_key_is_named_and_changes_nothing(sealed_long_ago, settings):
    settings.FIELD_KEYS = dict([NEW])

    with pytest.raises(CommandError, match="No key old to open participants"):
        call_command("reseal", stdout=StringIO())

    assert key_ids(Participant, Bottleneck, SafeContact) == {"old"}
