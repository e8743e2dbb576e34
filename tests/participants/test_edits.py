"""Every page that saves meets who was first, or says why nobody can be."""

from tests.participants.test_stale import EDITS
from tests.routes import views

MAKES = "makes a record, and changes none"
ORDER = "of the order: a version of its own, test_moves.py and others beside it"
NO_TEXT = "of a row as the request finds it, or a click: nothing typed is laid over it"
ONCE = "decided once: the second is told who was first"
NOT_EDITS = {
    "addendum-new": MAKES,
    "agree": ORDER,
    "appointment-new": MAKES,
    "assignment": MAKES,
    "bottleneck-new": MAKES,
    "bottleneck-reopen": NO_TEXT,
    "break-glass": MAKES,
    "consent-new": MAKES,
    "contact-new": MAKES,
    "daytime-new": MAKES,
    "dependency-new": MAKES,
    "dependency-remove": NO_TEXT,
    "draft-remove": NO_TEXT,
    "draft-write": "a draft is of one author and one window",
    "emergency-approval": ONCE,
    "emergency-review": "decided once, over the note that was shown: test_emergency.py",
    "find": "changes nothing",
    "flags": MAKES,
    "handover-accept": ONCE,
    "handover-decline": ONCE,
    "handover-undo": ONCE,
    "income-new": MAKES,
    "keep": ORDER,
    "later-review": "carries the version; of one day there are no two texts to show",
    "leaving": MAKES,
    "life-areas": MAKES,
    "move": ORDER,
    "naming-answer": ONCE,
    "naming-end": NO_TEXT,
    "naming-new": MAKES,
    "new": MAKES,
    "number": "changes nothing",
    "protection": MAKES,
    "protection-end": NO_TEXT,
    "safe-contact": "makes a record; knows which one was seen, test_safe_contact.py",
    "safe-contact-still-right": NO_TEXT,
    "session-new": MAKES,
    "together": ORDER,
    "transfer": MAKES,
    "undo": ORDER,
    "use-suggestion": ORDER,
}


def test_every_page_that_saves_is_an_edit_or_says_why_not():
    saving = {name for name, view in views("participants") if hasattr(view, "post")}

    assert sorted(saving) == sorted({route for route, *_rest in EDITS} | {*NOT_EDITS})
