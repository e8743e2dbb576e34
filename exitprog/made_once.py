"""Secrets of a machine without settings: made once, in a file for its owner alone."""

import base64
import fcntl
import json
import os
import secrets
from pathlib import Path


def read(folder):
    """The secrets kept in `folder`; of processes that come at once, one makes them."""
    folder = Path(folder)
    kept = folder / "secrets.json"
    if not kept.exists():
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        with (folder / "secrets.lock").open("a") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            if not kept.exists():
                _write(kept)
    return json.loads(kept.read_text())


def _write(path):
    """Written aside and renamed, so that nobody ever reads half a file."""
    aside = path.with_suffix(".new")
    aside.unlink(missing_ok=True)
    handle = os.open(aside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(handle, "w") as file:
        json.dump(_make(), file, indent=2)
    aside.rename(path)


def _make():
    key = base64.b64encode(secrets.token_bytes(32)).decode()
    return {
        "cluster": secrets.token_hex(8),
        "secret_key": secrets.token_urlsafe(48),
        "field_keys": f"k1:{key}",
        "passwords": {
            role: secrets.token_urlsafe(24) for role in ("superuser", "owner", "web")
        },
    }
