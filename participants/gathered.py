"""Rows that one statement gathered as JSON columns, made into rows to read."""

from exitprog.fields import SealedField
from exitprog.sealing import Ciphertext


def gathered(model, found):
    """A row of `model` for each mapping of all its columns to their values."""
    fields = model._meta.concrete_fields
    names = [field.attname for field in fields]
    return [
        model.from_db(None, names, [_value(field, row) for field in fields])
        for row in found
    ]


def _value(field, row):
    """Sealed text stays sealed until it is read."""
    value = row[field.attname]
    if isinstance(field, SealedField):
        return None if value is None else Ciphertext(value)
    return field.to_python(value)
