"""docs/data.md names every field of a dossier, and says truly which are sealed."""

import re
from pathlib import Path

from django.apps import apps

from exitprog.fields import SealedField
from participants.models.event import Event

PAGE = Path(__file__).parent.parent / "docs/data.md"
LINE = re.compile(r"^\| (\w+\.\w+) \| (sealed|plain|counted) \| (.+) \|$", re.MULTILINE)


def models():
    return [
        model
        for model in apps.get_app_config("participants").get_models()
        if model._meta.managed
    ]


def fields():
    """Those of the records; their history has a rule of its own."""
    for model in models():
        if issubclass(model, Event):
            continue
        for field in model._meta.get_fields():
            if field.concrete:
                yield f"{model._meta.model_name}.{field.name}", field


def test_every_field_has_a_line_and_every_line_a_field():
    named = [line[0] for line in LINE.findall(PAGE.read_text())]

    assert sorted(named) == sorted(name for name, _field in fields())


def test_the_page_says_truly_what_is_sealed():
    lines = LINE.findall(PAGE.read_text())
    said = {name for name, how, _why in lines if how == "sealed"}

    assert said == {name for name, field in fields() if isinstance(field, SealedField)}


def test_each_label_is_used_once():
    sealed = [field for _name, field in fields() if isinstance(field, SealedField)]
    labels = [field.label for field in sealed]

    assert len(labels) == len(set(labels))


def test_free_text_is_sealed():
    """What has no choices and no pattern is free text, and is sealed."""
    free = {
        name
        for name, field in fields()
        if field.get_internal_type() in {"TextField", "CharField"}
        and not (isinstance(field, SealedField) or field.choices)
    }
    assert free == {
        "consent.information_version",
        "ordermove.suggested_rule",
        "participant.code",
        "session.words_language",
        "trajectory.wish_language",
    }


def test_history_copies_each_column_as_it_is():
    told = {"pgh_id", "pgh_created_at", "pgh_label", "pgh_by", "pgh_obj"}
    copies = [
        (field, model.pgh_tracked_model._meta.get_field(field.name))
        for model in models()
        if issubclass(model, Event)
        for field in model._meta.fields
        if field.name not in told
    ]

    assert len(copies) > 100
    assert [stored_as(copy) for copy, _own in copies] == [
        stored_as(own) for _copy, own in copies
    ]


def stored_as(field):
    """Its column, and the label that it is sealed under."""
    return field.column, field.label if isinstance(field, SealedField) else None
