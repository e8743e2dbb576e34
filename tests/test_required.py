"""Every field that must be filled in says what to do, in a sentence of its own."""

import importlib
import pkgutil

from django import forms

from counsellors.forms.account import WordsMixin
from participants import forms as of_dossiers
from participants.forms.participant import PersonFields

DEFAULT = forms.Field.default_error_messages["required"]
OPTIONAL_IN_USE = {"pronoun", "children"}


def ours():
    """The forms of counsellors; those of the admin site speak as the admin does."""
    for module in pkgutil.iter_modules(of_dossiers.__path__):
        importlib.import_module(f"{of_dossiers.__name__}.{module.name}")
    return [
        form
        for form in subclasses(forms.BaseForm)
        if form.__module__.startswith(("participants.", "counsellors.forms.account"))
    ]


def subclasses(kind):
    for form in kind.__subclasses__():
        yield form
        yield from subclasses(form)


def silent(form):
    """Names of required fields without a sentence of their own."""
    asks = form.asks if issubclass(form, WordsMixin) else {}
    optional = OPTIONAL_IN_USE if issubclass(form, PersonFields) else set()
    return {
        name
        for name, field in form.base_fields.items()
        if field.required and field.error_messages["required"] == DEFAULT
    }.difference(asks, optional)


def test_no_required_field_speaks_of_a_field():
    found = ours()

    assert len(found) > 40
    assert {form.__name__: silent(form) for form in found if silent(form)} == {}
