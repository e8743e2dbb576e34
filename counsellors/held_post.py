"""What was sent by who must first show who she is: it waits in the page, sealed.

It opens for the same account alone, which then sends it anew; the database keeps none
of it.
"""

import json
from dataclasses import dataclass

from django.conf import settings

from exitprog.sealing import CannotOpenError, seal, unseal

LABEL = "counsellors.held_post"
NOT_HELD = {"csrfmiddlewaretoken", "password", "oldpassword", "password1", "password2"}


@dataclass(frozen=True)
class HeldPost:
    path: str
    fields: list


def hold(request):
    """The sealed post of `request`; empty when it sent nothing."""
    fields = [
        [name, value]
        for name, values in request.POST.lists()
        for value in values
        if name not in NOT_HELD
    ]
    if not fields:
        return ""
    plain = json.dumps([request.get_full_path(), fields])
    return seal(plain, LABEL, request.user.pk, settings.FIELD_KEYS)


def give_back(text, user):
    """What `hold` sealed for `user`, else None."""
    try:
        plain = unseal(text, LABEL, user.pk, settings.FIELD_KEYS)
        return HeldPost(*json.loads(plain)) if plain else None
    except (CannotOpenError, ValueError):
        return None
