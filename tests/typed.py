"""What a browser sends for the forms that are sent most."""

import uuid

from exitprog import moment


def note(**fields):
    """What a browser sends for a short note."""
    return {
        "submission": str(uuid.uuid4()),
        "on": moment.today().isoformat(),
        "how": "office",
        "what_happened": "We talked.",
    } | fields


def about(bottleneck, change="", severity=""):
    key = bottleneck.pk
    return {f"change_{key}": change, f"severity_{key}": severity}


def touching(*bottlenecks, **fields):
    return note(touched=[str(row.pk) for row in bottlenecks], **fields)


UNFINISHED = {
    "keep": "draft",
    "on": "not a day",
    "how": "visit",
    "what_happened": "Half a sent",
    "next_step_on": "31-31",
}


def call(agency, **fields):
    """What a browser sends for a short call."""
    return {
        "submission": str(uuid.uuid4()),
        "agency": str(agency.pk),
        "channel": "phone",
        "direction": "out",
        "outcome": "reached",
        "on": moment.today().isoformat(),
        "what_was_said": "They look into it.",
    } | fields
