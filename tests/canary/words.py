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
