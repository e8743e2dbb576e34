"""Sealed model fields: encrypted in the column, opened only when they are read.

`label` is frozen in the field's arguments, for it is part of what seals the value:
a renamed model or field keeps its old label. Values are sealed in `pre_save`, the
only place that sees the row; anything else that would write plain text raises.
"""

import datetime
import json

from django.conf import settings
from django.core import checks
from django.db import models

from exitprog.sealing import Ciphertext, seal, unseal


class SealedAttribute:
    """Opens a sealed value on first reading and keeps what it opened."""

    def __init__(self, field):
        self.field = field

    def __get__(self, instance, owner=None):
        if instance is None:
            return self
        name = self.field.attname
        if name not in instance.__dict__:
            instance.refresh_from_db(fields=[name])
        value = instance.__dict__[name]
        if not isinstance(value, Ciphertext):
            return value
        opened = instance.__dict__.setdefault("_opened", {})
        if name not in opened:
            opened[name] = self.field.open(value, instance)
        return opened[name]

    def __set__(self, instance, value):
        name = self.field.attname
        opened = instance.__dict__.setdefault("_opened", {})
        if name in opened and opened[name] == value:
            return
        opened.pop(name, None)
        instance.__dict__[name] = value


class SealedField(models.Field):
    """Base of the sealed fields: a text column that holds ciphertext only."""

    def __init__(self, *args, label=None, **kwargs):
        self.label = label
        super().__init__(*args, **kwargs)

    def deconstruct(self):
        name, path, args, kwargs = super().deconstruct()
        return name, path, args, kwargs | {"label": self.label}

    def check(self, **kwargs):
        if self.label:
            return super().check(**kwargs)
        return [
            checks.Error("A sealed field needs a label.", obj=self, id="exitprog.E001")
        ]

    def contribute_to_class(self, cls, name, private_only=False):
        super().contribute_to_class(cls, name, private_only=private_only)
        setattr(cls, self.attname, SealedAttribute(self))

    def get_internal_type(self):
        return "TextField"

    def from_db_value(self, value, expression, connection):
        return None if value is None else Ciphertext(value)

    def open(self, ciphertext, instance):
        text = unseal(ciphertext, self.label, row_key(instance), settings.FIELD_KEYS)
        return self.from_text(text)

    def pre_save(self, model_instance, add):
        value = model_instance.__dict__.get(self.attname)
        if value is None or isinstance(value, Ciphertext):
            return value
        row = row_key(model_instance)
        sealed = seal(self.to_text(value), self.label, row, settings.FIELD_KEYS)
        model_instance.__dict__[self.attname] = sealed
        model_instance.__dict__.setdefault("_opened", {})[self.attname] = value
        return sealed

    def get_prep_value(self, value):
        if value is None or isinstance(value, Ciphertext) or value == "":
            return value
        raise TypeError(f"{self.label} takes no plain text: save the instance instead.")

    def get_db_prep_value(self, value, connection, prepared=False):
        return self.get_prep_value(value)

    def value_to_string(self, obj):
        return self.to_text(self.value_from_object(obj))

    def to_text(self, value):
        return str(value)

    def from_text(self, text):
        return text


class SealedTextField(SealedField, models.TextField):
    """Sealed text; `max_length` bounds the plain text in forms, not the column."""


class SealedDateField(SealedField):
    """A sealed calendar date."""

    def to_text(self, value):
        return value.isoformat()

    def from_text(self, text):
        return datetime.date.fromisoformat(text) if text else None

    def to_python(self, value):
        return models.DateField().to_python(value)

    def formfield(self, **kwargs):
        return models.DateField(
            blank=self.blank, null=self.null, verbose_name=self.verbose_name
        ).formfield(**kwargs)


class SealedJSONField(SealedField):
    """A sealed JSON value: list, mapping, truth value or none of these."""

    def to_text(self, value):
        return json.dumps(value, ensure_ascii=False)

    def from_text(self, text):
        return json.loads(text) if text else None


def row_key(instance):
    """The key of the row that a value belongs to; in history the tracked row's."""
    return getattr(instance, "pgh_obj_id", None) or instance.pk
