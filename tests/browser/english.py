"""Sentences that no Dutch page may show."""

from functools import cache

from tests.catalogue import collect, stored

OWN_NAMES = {"English"}  # a language is chosen by its own name


@cache
def only_english():
    """The msgids that Dutch says otherwise, and says nowhere itself."""
    dutch = stored()
    said = {text for message in dutch for text in _texts(message.string)}
    return (
        {text for message in collect() for text in _texts(message.id)}
        - said
        - OWN_NAMES
    )


def _texts(either):
    return either if isinstance(either, tuple) else (either,)
