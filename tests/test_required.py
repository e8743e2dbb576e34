"""Every field that must be filled in says what to do, in a sentence of its own."""

import importlib
import pkgutil

from django import forms

from counsellors import forms as of_accounts
from counsellors.forms.account import WordsMixin
from participants import forms as of_dossiers
from participants.forms.participant import PersonFields

DEFAULT = forms.Field.default_error_messages["required"]
OF_ADMIN = {"counsellors.forms.membership", "counsellors.forms.user"}
OPTIONAL_IN_USE = {"pronoun", "children"}


def ours():
    """All but those of the admin site, which speak as the admin does."""
    for package in (of_dossiers, of_accounts):
        for module in pkgutil.iter_modules(package.__path__):
            importlib.import_module(f"{package.__name__}.{module.name}")
    return [
        form
        for form in subclasses(forms.BaseForm)
        if form.__module__.startswith(("participants.", "counsellors."))
        and form.__module__ not in OF_ADMIN
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
