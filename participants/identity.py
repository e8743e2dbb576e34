"""What the head of a dossier says about who it is."""

from exitprog.languages import SpokenLanguage
from participants.models import Participant


def language_names(participant: Participant) -> list[str]:
    """The languages by name, best one first; an unknown code shows as it is."""
    names = dict(SpokenLanguage.choices)
    return [str(names.get(code, code)) for code in participant.languages or []]
