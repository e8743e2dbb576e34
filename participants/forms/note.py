"""Forms for the note of a session: what it says, mending it, adding to it."""

from django import forms
from django.utils.text import capfirst
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from exitprog.forms import (
    DateInput,
    SectionsMixin,
    Segments,
    TextArea,
    TimeInput,
    VersionField,
)
from exitprog.languages import SpokenLanguage
from participants.forms.log import CheckedDays
from participants.models import Addendum, Session
from participants.models.session import (
    HELD,
    Attendance,
    InterpreterUsed,
    SessionKind,
)

MISSED = "missed"
LENGTHS = [15, 30, 45, 60, 90]
LONGEST = 600
ICONS = {kind: kind for kind in SessionKind.values} | {MISSED: MISSED}
NOT_HELD = [(key, capfirst(why)) for key, why in Attendance.choices if key not in HELD]
ORDER = [
    "on",
    "starts_at",
    "length",
    "other_length",
    "how",
    "attendance",
    "interpreter",
    "touched",
    "what_happened",
]
EMPTY_NOTE = {
    "starts_at": None,
    "length": None,
    "other_length": None,
    "interpreter": "none",
    "in_their_words": "",
    "words_language": "",
    "next_step": "",
    "next_step_on": None,
}


class NoteForm(CheckedDays, forms.ModelForm):
    """What the note says: when, how and what happened.

    A session that was missed has only a reason and a text; the rest is not asked,
    so what stands there is neither checked nor kept.
    """

    coming_days = ("next_step_on",)
    field_order = ORDER
    how = forms.ChoiceField(
        label=_("How"),
        choices=[*SessionKind.choices, (MISSED, _("Missed"))],
        widget=Segments(icons=ICONS),
        error_messages={"required": _("Choose how you had contact.")},
    )
    attendance = forms.ChoiceField(
        label=_("Why did it not take place?"),
        choices=NOT_HELD,
        required=False,
        widget=Segments,
    )
    length = forms.TypedChoiceField(
        label=_("Minutes"),
        choices=[(minutes, minutes) for minutes in LENGTHS],
        coerce=int,
        empty_value=None,
        required=False,
        widget=Segments,
    )
    other_length = forms.IntegerField(
        label=_("Another number of minutes"),
        min_value=1,
        max_value=LONGEST,
        required=False,
        error_messages=dict.fromkeys(
            ["min_value", "max_value", "invalid"],
            _("Write a number of minutes from 1 to 600."),
        ),
    )
    interpreter = forms.TypedChoiceField(
        label=_("Interpreter"),
        choices=[(key, capfirst(how)) for key, how in InterpreterUsed.choices],
        empty_value=InterpreterUsed.NONE,
        required=False,
        widget=Segments,
    )
    words_language = forms.ChoiceField(
        label=_("Language of these words"), required=False
    )

    class Meta:
        model = Session
        fields = [
            "on",
            "starts_at",
            "interpreter",
            "what_happened",
            "in_their_words",
            "words_language",
            "next_step",
            "next_step_on",
        ]
        labels = {
            "on": _("Date"),
            "starts_at": _("Time"),
            "what_happened": _("What happened"),
            "next_step": _("Next step"),
            "next_step_on": _("On"),
        }
        error_messages = {
            "on": {"required": _("Choose the date.")},
            "what_happened": {"required": _("Write what happened.")},
        }
        widgets = {
            "on": DateInput,
            "starts_at": TimeInput,
            "what_happened": TextArea(rows=3),
            "in_their_words": TextArea(rows=2, voice=True),
            "next_step": forms.TextInput(attrs={"autocomplete": "off"}),
            "next_step_on": DateInput,
        }

    def __init__(self, *args, participant, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["what_happened"].required = False
        self.fields["in_their_words"].label = gettext("In %(possessive)s words") % {
            "possessive": participant.words.possessive
        }
        self.fields["words_language"].choices = language_choices(participant)
        if not participant.interpreter:
            del self.fields["interpreter"]
        self.set_initial_note(self.instance)

    def set_initial_note(self, session):
        """How it was and how long it took, from a session that is stored."""
        if session._state.adding:
            return
        self.initial["how"] = session.kind if session.was_held else MISSED
        self.initial["attendance"] = session.attendance
        usual = session.minutes in LENGTHS
        self.initial["length" if usual else "other_length"] = session.minutes

    def clean(self):
        cleaned = super().clean()
        if cleaned.get("how") == MISSED:
            self.clean_missed(cleaned)
        else:
            self.check_coming_days()
            self.clean_held(cleaned)
        return cleaned

    def clean_missed(self, cleaned):
        for name in EMPTY_NOTE.keys() & self.fields.keys():
            self.errors.pop(name, None)
            cleaned[name] = EMPTY_NOTE[name]
        if not cleaned.get("attendance"):
            self.add_error("attendance", _("Choose why it did not take place."))

    def clean_held(self, cleaned):
        if "what_happened" in cleaned and not cleaned["what_happened"]:
            self.add_error(
                "what_happened", _("Write what happened. One sentence is enough.")
            )

    def _post_clean(self):
        super()._post_clean()
        cleaned, session = self.cleaned_data, self.instance
        is_missed = cleaned.get("how") == MISSED
        session.kind = "" if is_missed else cleaned.get("how", "")
        session.minutes = cleaned.get("other_length") or cleaned.get("length")
        if is_missed:
            session.attendance = cleaned.get("attendance")
        elif not session.was_held:
            session.attendance = Attendance.ATTENDED


class NoteEditForm(NoteForm):
    """Mends a note of today; a session that touched something took place."""

    version = VersionField()

    def __init__(self, *args, has_touches, **kwargs):
        super().__init__(*args, **kwargs)
        self.initial["version"] = self.instance.version
        if has_touches:
            self.fields["how"].choices = SessionKind.choices

    def save(self):
        self.instance.save_over(self.cleaned_data["version"])
        return self.instance


class AddendumForm(SectionsMixin, forms.ModelForm):
    class Meta:
        model = Addendum
        fields = ["text"]
        labels = {"text": _("What do you add?")}
        widgets = {"text": TextArea(rows=4)}
        error_messages = {"text": {"required": _("Write what you want to add.")}}


def language_choices(participant):
    """Dutch needs no choice; then the participant's own languages, then the rest."""
    names = {code: name for code, name in SpokenLanguage.choices if code != "nl"}
    own = [code for code in participant.languages or [] if code in names]
    rest = [code for code in names if code not in own]
    return [
        ("", SpokenLanguage.DUTCH.label),
        *((code, names[code]) for code in own + rest),
    ]
