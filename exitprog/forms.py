"""How a form looks: fields in titled sections, drawn by our own crispy pack."""

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Fieldset, Layout
from django import forms
from django.forms.utils import ErrorDict
from django.utils.text import capfirst


class SectionsMixin:
    """Draw the fields under the titles of `sections`, in that order.

    A field that no section names is not drawn, hidden ones excepted. Without
    sections all fields stand in one untitled section.
    """

    sections = {}

    @property
    def helper(self):
        helper = FormHelper()
        helper.form_tag = False
        helper.disable_csrf = True
        helper.render_hidden_fields = True
        helper.layout = Layout(
            *(Fieldset(title, *names) for title, names in self.get_sections().items())
        )
        return helper

    def get_sections(self):
        visible = [field.name for field in self.visible_fields()]
        return self.sections or {"": visible}


class VersionField(forms.IntegerField):
    """The version that the page showed; what is no number fits none that is stored."""

    widget = forms.HiddenInput

    def __init__(self):
        super().__init__(required=False)

    def clean(self, value):
        try:
            return super().clean(value) or 0
        except forms.ValidationError:
            return 0


class DateInput(forms.DateInput):
    """The browser's own date picker, which speaks ISO only."""

    input_type = "date"

    def __init__(self, attrs=None):
        super().__init__(attrs, format="%Y-%m-%d")


class TimeInput(forms.TimeInput):
    input_type = "time"

    def __init__(self, attrs=None):
        super().__init__(attrs, format="%H:%M")


def with_capitals(choices):
    """Choices that stand alone on a page; elsewhere they are words in a sentence."""
    return [(value, capfirst(label)) for value, label in choices]


class TextArea(forms.Textarea):
    """A few lines of text; `voice` draws it as the participant's own words."""

    def __init__(self, rows=3, voice=False, attrs=None):
        look = {"data-look": "voice"} if voice else {}
        super().__init__({"rows": rows, "data-grow": True} | look | (attrs or {}))

    def value_from_datadict(self, data, files, name):
        """The end of a line counts once, as on the page; a browser sends it as two."""
        value = super().value_from_datadict(data, files, name)
        return value and value.replace("\r\n", "\n")


class Segments(forms.RadioSelect):
    """One choice as a row of buttons; `icons` maps values to icon names."""

    look = "segments"

    def __init__(self, icons=None, attrs=None, choices=()):
        self.icons = icons or {}
        super().__init__({"data-look": self.look} | (attrs or {}), choices)

    def create_option(self, name, value, *args, **kwargs):
        option = super().create_option(name, value, *args, **kwargs)
        return option | {"icon": self.icons.get(str(value), "")}


class Picks(forms.CheckboxSelectMultiple):
    """Several choices as a row of buttons."""

    def __init__(self, attrs=None, choices=()):
        super().__init__({"data-look": "picks"} | (attrs or {}), choices)


def hold_errors(form):
    """A form filled from a draft: it shows what was typed and complains of nothing."""
    form._errors = ErrorDict(renderer=form.renderer)
    form.cleaned_data = {}
    return form
