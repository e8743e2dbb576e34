"""The canaries: for each sealed field a text that is found nowhere else."""

import re
from datetime import date

from django.apps import apps

from exitprog.fields import SealedDateField, SealedField, SealedJSONField

# Yes, no and days of the week have no words of their own to be known by.
WITHOUT_WORDS = {
    "participants.safecontact.days",
    "participants.safecontact.voicemail",
    "participants.safecontact.post",
}
BIRTH_DATES = {"a": date(1987, 3, 29), "b": date(1991, 8, 17)}
SHAPE = re.compile(r"zq-[ab]\d\d-qz|1987-03-29|29 March 1987|1991-08-17|17 August 1991")


def sealed_fields():
    """Every sealed field of a dossier; a history table repeats what it tracks."""
    return {
        field.label: field
        for model in apps.get_app_config("participants").get_models()
        for field in model._meta.concrete_fields
        if isinstance(field, SealedField) and "pgh_obj" not in fields_of(model)
    }


def fields_of(model):
    return {field.name for field in model._meta.concrete_fields}


LABELS = sorted(set(sealed_fields()) - WITHOUT_WORDS)

# What goes together: whoever may see one field of a group sees them all.
GROUPS = {
    "alias": {"participant.alias", "participant.languages"},
    "birth date": {"participant.birth_date"},
    "safety": {
        "safecontact.app_name",
        "safecontact.channels",
        "safecontact.code_word",
        "safecontact.from_time",
        "safecontact.note",
        "safecontact.say_who",
        "safecontact.until_time",
        "safecontact.visit_rule",
        "flag.text",
        "flag.removal_reason",
    },
    "number": {"safecontact.phone"},
    "e-mail": {"safecontact.email"},
    "titles": {
        "bottleneck.title",
        "bottleneck.deadline_what",
        "appointment.place",
        "appointment.with_whom",
    },
    "notes": {
        "addendum.text",
        "agencycontact.next_action",
        "agencycontact.promise",
        "agencycontact.what_was_said",
        "bottleneck.next_step",
        "bottleneck.story",
        "dependency.reason",
        "orderdecision.reason",
        "ordermove.explanation",
        "session.next_step",
        "session.what_happened",
        "trajectorystep.explanation",
    },
    "words": {"session.in_their_words", "trajectory.wish"},
    "income": {"income.note"},
    "daytime": {"daytimeactivity.what"},
    "draft": {"draft.content"},
    "sheet": {"handover.sheet"},
    "emergency": {"breakglass.reason", "breakglass.note"},
    "review": {"breakglass.review_note"},
    "barrier": {"barrier.reason"},
}
GROUP_OF = {
    f"participants.{label}": group for group in GROUPS for label in GROUPS[group]
}
# What a line of the access log calls a group, where that is not its own name.
LOGGED_AS = {
    "birth date": "alias",
    "number": "contact",
    "e-mail": "contact",
    "draft": "notes",
    "sheet": "notes",
    "emergency": "notes",
    "review": "notes",
}


def word(letter, label):
    return f"zq-{letter}{LABELS.index(label):02}-qz"


def canaries(model, letter):
    """A value for each sealed field of `model`, in the dossier with that letter."""
    return {
        field.name: value(letter, field)
        for field in model._meta.concrete_fields
        if isinstance(field, SealedField) and field.label not in WITHOUT_WORDS
    }


def value(letter, field):
    if isinstance(field, SealedDateField):
        return BIRTH_DATES[letter]
    text = word(letter, field.label)
    if field.label == "participants.draft.content":
        return {"what_happened": [text]}
    if field.label == "participants.safecontact.channels":
        return ["call", "app", text]
    return [text] if isinstance(field, SealedJSONField) else text


def labels_in(text):
    """The canaries that `text` holds, each as its dossier's letter and its label."""
    return {named(found) for found in SHAPE.findall(text)}


def named(found):
    if found.startswith("zq-"):
        return found[3], LABELS[int(found[4:6])]
    letter = "a" if "1987" in found else "b"
    return letter, "participants.participant.birth_date"
