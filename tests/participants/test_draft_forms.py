"""Every form with room to write has drafts, and shows again what was typed in it."""

import importlib
import pkgutil

import pytest
from django import forms
from django.urls import reverse

from participants import forms as form_modules
from participants.forms.emergency import EmergencyForm, EmergencyReviewForm
from participants.forms.life_areas import LifeAreasForm
from participants.forms.participant import RegistrationForm
from participants.forms.protection import EmergencyAnswerForm
from participants.models.draft import DraftForm
from tests.access.test_access import TARGETS
from tests.factories import MakeBottleneck, MakeBreakGlass, MakeDraft
from tests.routes import views

WITHOUT = {
    EmergencyForm: "asked before the dossier is open, so nobody may keep it there",
    EmergencyAnswerForm: "by someone who does not see the dossier",
    EmergencyReviewForm: "by someone who does not see the dossier",
    RegistrationForm: "there is no dossier yet",
}
ALSO_LONG = {LifeAreasForm}  # no text, but twenty-four choices
FIELDS = {DraftForm.PERSON: "trajectory-wish", DraftForm.LIFE_AREAS: "measured_on"}


def long_forms():
    """Every form of the app with a text area, as its module makes it."""
    for module in pkgutil.iter_modules(form_modules.__path__):
        names = vars(importlib.import_module(f"{form_modules.__name__}.{module.name}"))
        yield from (form for form in names.values() if is_long(form))


def is_long(form):
    return (
        isinstance(form, type)
        and issubclass(form, forms.BaseForm)
        and any(isinstance(f.widget, forms.Textarea) for f in form.base_fields.values())
    )


def forms_of(view):
    named = getattr(view, "form_classes", None) or [getattr(view, "form_class", None)]
    return set(filter(None, named))


def text_field(form):
    areas = (
        n for n, f in form.base_fields.items() if isinstance(f.widget, forms.Textarea)
    )
    return next(areas, None)


def test_every_page_with_a_text_area_has_drafts_of_its_own_name():
    long = set(long_forms()) | ALSO_LONG
    with_drafts = {
        name: str(view.draft_kind)
        for name, view in views("participants")
        if forms_of(view) & long and not forms_of(view) & WITHOUT.keys()
    }

    assert with_drafts == {kind: kind for kind in DraftForm.values}


def test_every_form_with_a_text_area_has_a_page():
    """One that no page names as its own would pass the test above unseen."""
    on_pages = set().union(*(forms_of(view) for _name, view in views("participants")))
    bases = {base for form in on_pages for base in form.__mro__[1:]}

    assert set(long_forms()) - on_pages - bases == set()


def keys_for(kind, mirela, anouk):
    """The address of the page of `kind`, as its draft and its route name it."""
    if kind == DraftForm.EMERGENCY:
        return {"pk": MakeBreakGlass(participant=mirela.participant, user=anouk).pk}
    make = TARGETS.get(f"participants:{kind}")
    return make(mirela) if make else {"code": mirela.participant.code}


@pytest.mark.parametrize("kind", DraftForm)
def test_going_on_shows_what_was_typed(as_anouk, mirela, anouk, kind):
    MakeBottleneck(trajectory=mirela, position=9)
    keys = keys_for(kind, mirela, anouk)
    view = dict(views("participants"))[kind]
    field = FIELDS.get(kind) or text_field(next(iter(forms_of(view))))
    draft = MakeDraft(
        author=anouk,
        participant=mirela.participant,
        form=kind,
        target=keys.get("pk"),
        content={field: ["Half a sent"]},
    )
    page = as_anouk.get(draft.get_absolute_url()).content.decode()

    assert draft.page == reverse(f"participants:{kind}", kwargs=keys)
    assert "Half a sent" in page
    assert 'name="keep"' in page
    assert "You started this on" in page
    assert "error-summary" not in page
