"""Keys of rows, as an address or a form writes them."""

import uuid


def as_key(text):
    """The key that `text` writes, else None."""
    try:
        return uuid.UUID(text or "")
    except ValueError:
        return None
