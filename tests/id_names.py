"""The names under which pages and forms of `participants` may read an id.

Read from their source, so that one that is new is found. The fields of who leaves are
named by the keys of the own cases, and so take none from a request.
"""

import inspect
import re
from pathlib import Path

from django import forms

from tests.routes import views

APP = Path(__file__).resolve().parents[1] / "participants"
MADE = re.compile(r'self\.fields\["(\w+)"\](?:\.choices|\.queryset)? = ')


def read_from(place):
    """(names that the source reads there, modules that read one they work out)."""
    whole = re.compile(rf"request\.{place}\b")
    asked = rf'request\.{place}\.get(?:list)?\("(\w+)"'
    named = re.compile(rf'{asked}|"(\w+)" (?:not )?in .*request\.{place}\b')
    names, others = set(), set()
    for path in APP.rglob("*.py"):
        text = path.read_text()
        found = [first or second for first, second in named.findall(text)]
        names.update(found)
        if len(whole.findall(text)) > len(found):
            others.add(path.stem)
    return names, others


def fields_of_forms():
    """(route, field) of each field that chooses among rows, or is sent unseen."""
    for route, view in views("participants"):
        for form in getattr(view, "form_classes", None) or [
            getattr(view, "form_class", None)
        ]:
            if form:
                yield from ((route, name) for name in choosing(form))


def choosing(form):
    fixed = {name for name, field in form.base_fields.items() if may_hold_ids(field)}
    ours = [kind for kind in form.__mro__ if kind.__module__.startswith("participants")]
    return fixed.union(*(MADE.findall(inspect.getsource(kind)) for kind in ours))


def may_hold_ids(field):
    unseen = isinstance(field.widget, forms.HiddenInput)
    return isinstance(field, forms.ModelChoiceField) or (
        unseen and type(field) is forms.CharField
    )
