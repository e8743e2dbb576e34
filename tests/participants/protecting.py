"""Who sees an extra protected dossier, and an emergency that asks to."""

from datetime import timedelta

from django.urls import reverse
from django.utils import timezone

from participants.models import (
    Participant,
)
from tests.factories import (
    MakeBreakGlass,
)
from tests.walls import keys

HOUR = timedelta(hours=1)


def sees(user):
    """By both walls; they agree."""
    by_rule = Participant.objects.visible_to(user).count()
    assert len(keys(Participant.objects.all(), user)) == by_rule
    return bool(by_rule)


def glass(mirela, user, **facts):
    return MakeBreakGlass(participant=mirela.participant, user=user, **facts)


def approved(by):
    return {"approved_by": by, "approved_at": timezone.now()}


def address_of(name, row):
    return reverse(f"participants:{name}", args=[row.pk])


def text(response):
    return " ".join(response.content.decode().split())
