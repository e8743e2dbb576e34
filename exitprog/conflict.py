"""The answer when someone was first: 409, with both texts, and nothing overwritten."""

import re
from dataclasses import dataclass

from django.forms import BooleanField, DateField
from django.shortcuts import render
from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext as _

NOT_TYPED = {"csrfmiddlewaretoken"}
CODE = re.compile(r"[a-z0-9_:-]*")


class ConflictError(Exception):
    """What was asked no longer fits what is stored; `message` is for the reader."""

    def __init__(self, message, **context):
        super().__init__(str(message))
        self.context = {"message": message} | context


def who_was_first(name, at):
    """Who saved what someone else was typing in; a moment that is not known is None."""
    facts = {"name": name or _("Someone")}
    if at is None:
        return _("%(name)s saved this while you were typing.") % facts
    facts["moment"] = date_format(localtime(at), _("j F, H:i"))
    return _("%(name)s saved this on %(moment)s, while you were typing.") % facts


@dataclass(frozen=True)
class Side:
    """A field as one of the two has it; without a label, the whole text."""

    label: str
    text: str


def conflict_page(request, error):
    """The 409 page.

    Its context may hold a `heading`; `theirs` and `yours`, lists of sides; `again`, the
    inputs that save what was typed over what is stored; and `back_url`.
    """
    return render(request, "409.html", error.context, status=409)


def sides(stored, typed):
    """What two forms over one record have different: (stored, typed), by field."""
    pairs = zip(as_typed(stored), as_typed(typed), strict=True)
    differing = [pair for pair in pairs if pair[0] != pair[1]]
    return [mine for mine, _other in differing], [yours for _mine, yours in differing]


def as_typed(form):
    """Each field of a form that its reader sees, as its reader sees it."""
    return [Side(field.label, shown(field)) for field in form.visible_fields()]


def shown(field):
    """What a field holds, in words."""
    value = field.value()
    choices = dict(_flat(getattr(field.field, "choices", ())))
    if isinstance(field.field, BooleanField):
        return _("Yes") if value else _("No")
    if choices:
        values = value if isinstance(value, list | tuple) else [value]
        named = (choices.get("" if each is None else str(each)) for each in values)
        return ", ".join(filter(None, named))
    if isinstance(field.field, DateField):
        day = field.field.to_python(value)
        return date_format(day, "j F Y") if day else ""
    return str(field.field.widget.format_value(value) or "")


def typed_again(request, form, version):
    """What was sent, ready to be sent once more for the version that is stored now."""
    name = form.add_prefix("version")
    sent = {**dict(request.POST.lists()), name: [str(version)]}
    return [
        (key, value)
        for key, values in sent.items()
        if key not in NOT_TYPED
        for value in values
    ]


def texts_sent(request):
    """What was typed, for a page without a form; keys, codes and dates are left out."""
    return [
        Side("", value)
        for name, values in request.POST.lists()
        for value in values
        if name not in NOT_TYPED | {"draft"} and not CODE.fullmatch(value)
    ]


def _flat(choices):
    """Pairs of value and label, out of their groups."""
    for value, label in choices:
        if isinstance(label, list | tuple):
            yield from _flat(label)
        else:
            yield str(value), str(label)
