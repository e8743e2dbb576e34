"""Opening a dossier in an emergency, writing why, and reviewing it."""

from django import forms
from django.utils.translation import gettext_lazy as _

from exitprog.forms import (
    SectionsMixin,
    Segments,
    TextArea,
    VersionField,
    with_capitals,
)
from participants.models import BreakGlass
from participants.models.break_glass import SHORTEST_REASON, Verdict


class EmergencyForm(SectionsMixin, forms.Form):
    """Why, and for how long; both are read by others at once."""

    reason = forms.CharField(
        label=_("Why must you see this dossier now?"),
        min_length=SHORTEST_REASON,
        max_length=500,
        widget=TextArea(rows=2),
        error_messages={
            "required": _("Write why you must see it now."),
            "min_length": _("Write a little more: what happened, and to whom?"),
        },
    )
    hours = forms.TypedChoiceField(
        label=_("For how long?"),
        coerce=int,
        choices=[(1, _("1 hour")), (4, _("4 hours")), (24, _("24 hours"))],
        initial=1,
        error_messages={"required": _("Choose for how long.")},
        widget=Segments,
    )


class EmergencyNoteForm(SectionsMixin, forms.ModelForm):
    """What was seen and done."""

    version = VersionField()

    class Meta:
        model = BreakGlass
        fields = ["note"]
        labels = {"note": _("What did you see and do?")}
        widgets = {"note": TextArea(rows=3)}
        error_messages = {"note": {"required": _("Write what you saw and did.")}}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.initial["version"] = self.instance.version
        self.fields["note"].required = True


class EmergencyReviewForm(SectionsMixin, forms.Form):
    """What someone else finds of it."""

    version = VersionField()
    verdict = forms.ChoiceField(
        label=_("What do you find?"),
        choices=with_capitals(Verdict.of_reviews()),
        widget=Segments,
        error_messages={"required": _("Choose what you find of it.")},
    )
    review_note = forms.CharField(
        label=_("Note"), max_length=1000, required=False, widget=TextArea(rows=2)
    )
