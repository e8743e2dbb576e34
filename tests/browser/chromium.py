"""Chromium, driven by Playwright; both may be absent where only Python is."""

import os
from pathlib import Path

try:
    from axe_playwright_python.sync_playwright import Axe
    from playwright.sync_api import expect, sync_playwright
except ImportError:
    Axe = expect = sync_playwright = None

# Without a desktop's window the same engine takes two thirds of the time.
PROGRAMS = ["/usr/bin/chromium-headless-shell", "/usr/bin/chromium"]
PROGRAM = os.environ.get("EXITPROG_CHROMIUM") or next(
    filter(os.path.exists, PROGRAMS), PROGRAMS[0]
)
ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
]


def missing():
    """What the browser tests lack here, in a sentence; empty when nothing."""
    if sync_playwright is None:
        return "Playwright and axe are not installed: ./run --group e2e pytest …"
    if not Path(PROGRAM).exists():
        return f"{PROGRAM} is absent: install it or set EXITPROG_CHROMIUM."
    return ""


def launch(playwright):
    return playwright.chromium.launch(executable_path=PROGRAM, args=ARGUMENTS)
