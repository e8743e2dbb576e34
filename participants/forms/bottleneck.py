"""A bottleneck: naming it, mending it, and taking it off the order."""

from itertools import groupby

from django import forms
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from agencies.models import Agency, BottleneckKind
from exitprog import moment
from exitprog.forms import DateInput, SectionsMixin, Segments, TextArea, VersionField
from exitprog.life_areas import LifeArea
from participants.models.bottleneck import (
    ACTIVE,
    Bottleneck,
    BottleneckState,
    Severity,
    WaitingOn,
)

FURTHEST_YEARS = 10


def named(choices):
    """Choices as buttons show them, each with a capital."""
    return [(value, capfirst(label)) for value, label in choices]


class BottleneckForm(SectionsMixin, forms.ModelForm):
    """What it is, how bad, by when, what next, and who has to move."""

    version = VersionField()
    life_area = forms.ChoiceField(
        label=_("Life area"),
        choices=LifeArea.choices,
        widget=Segments(icons={area.value: area.value for area in LifeArea}),
        error_messages={"required": _("Choose the life area.")},
    )
    severity = forms.TypedChoiceField(
        label=_("How bad is it?"),
        choices=[(key, f"{key} {word}") for key, word in Severity.choices],
        coerce=int,
        widget=Segments,
        error_messages={"required": _("Choose how bad it is.")},
    )
    state = forms.ChoiceField(
        label=_("How does it stand?"),
        choices=named((s, s.label) for s in BottleneckState if s in ACTIVE),
        required=False,
        widget=Segments,
    )
    waiting_on = forms.ChoiceField(
        label=_("Who has to move now?"),
        choices=named(WaitingOn.choices),
        required=False,
        widget=Segments,
    )

    class Meta:
        model = Bottleneck
        fields = [
            "title",
            "life_area",
            "kind",
            "severity",
            "state",
            "story",
            "deadline",
            "deadline_what",
            "next_step",
            "next_step_on",
            "waiting_on",
            "waiting_agency",
            "waiting_since",
        ]
        labels = {
            "title": _("What is it?"),
            "kind": _("Which kind?"),
            "story": _("The story"),
            "deadline": _("Deadline"),
            "deadline_what": _("What happens then?"),
            "next_step": _("Next step"),
            "next_step_on": _("On"),
            "waiting_agency": _("Which agency?"),
            "waiting_since": _("Since"),
        }
        help_texts = {"title": _("In a few words, as you say it to each other.")}
        error_messages = {"title": {"required": _("Write what it is.")}}
        widgets = {
            "title": forms.TextInput(attrs={"autocomplete": "off"}),
            "story": TextArea(rows=4),
            "deadline": DateInput,
            "deadline_what": forms.TextInput(attrs={"autocomplete": "off"}),
            "next_step": forms.TextInput(attrs={"autocomplete": "off"}),
            "next_step_on": DateInput,
            "waiting_since": DateInput,
        }

    sections = {
        "": ["title", "life_area", "kind", "severity"],
        _("By when, and what next"): [
            "deadline",
            "deadline_what",
            "next_step",
            "next_step_on",
        ],
        _("Who is waited for"): ["waiting_on", "waiting_agency", "waiting_since"],
        _("More"): ["state", "story"],
    }

    def __init__(self, *args, user, **kwargs):
        super().__init__(*args, **kwargs)
        self.initial["version"] = self.instance.version
        self.fields["kind"].choices = self.kind_choices()
        agencies = Agency.objects.visible_to(user)
        mine = Agency.objects.filter(pk=self.instance.waiting_agency_id)
        self.fields["waiting_agency"].queryset = agencies.in_use() | mine

    def kind_choices(self):
        """Kinds in use under their life area, and the one that it has already."""
        kinds = BottleneckKind.objects.filter(retired_on=None)
        kinds |= BottleneckKind.objects.filter(pk=self.instance.kind_id)
        order = [area.value for area in LifeArea]
        kinds = sorted(kinds, key=lambda k: (order.index(k.life_area), k.name))
        return [
            ("", "—"),
            *(
                (LifeArea(area).label, [(kind.pk, kind.name) for kind in group])
                for area, group in groupby(kinds, key=lambda kind: kind.life_area)
            ),
        ]

    def clean_kind(self):
        kind, area = self.cleaned_data["kind"], self.cleaned_data.get("life_area")
        if kind and area and kind.life_area != area:
            label = LifeArea(kind.life_area).label
            raise forms.ValidationError(
                _("This kind belongs to %(area)s."), params={"area": label}
            )
        return kind

    def clean_state(self):
        return self.cleaned_data["state"] or self.instance.state

    def clean_waiting_on(self):
        return self.cleaned_data["waiting_on"] or WaitingOn.NOBODY

    def clean_deadline(self):
        return self.near(self.cleaned_data["deadline"])

    def clean_next_step_on(self):
        return self.near(self.cleaned_data["next_step_on"])

    def near(self, day):
        """A day that anyone can mean: within ten years from now, either way."""
        if day and abs(day.year - moment.today().year) > FURTHEST_YEARS:
            raise forms.ValidationError(_("Check the year of this date."))
        return day

    def clean_waiting_since(self):
        since = self.near(self.cleaned_data["waiting_since"])
        if since and since > moment.today():
            raise forms.ValidationError(
                _("The date is in the future. Choose today or earlier.")
            )
        return since

    def clean(self):
        cleaned = super().clean()
        if cleaned.get("waiting_agency"):
            self.clean_named_agency(cleaned)
        if cleaned.get("waiting_on") == WaitingOn.NOBODY:
            cleaned["waiting_since"] = None
        elif not cleaned.get("waiting_since") and "waiting_since" not in self.errors:
            cleaned["waiting_since"] = moment.today()
        return cleaned

    def clean_named_agency(self, cleaned):
        """Naming an agency means waiting for it, unless someone else is waited for."""
        if cleaned.get("waiting_on") in {WaitingOn.NOBODY, WaitingOn.AGENCY}:
            cleaned["waiting_on"] = WaitingOn.AGENCY
        else:
            self.add_error("waiting_agency", _("Choose “An agency” or name none."))


class CloseForm(SectionsMixin, forms.Form):
    """How it ended. Not wanted is something else than not needed."""

    version = VersionField()
    state = forms.ChoiceField(
        label=_("How did it end?"),
        choices=named((s, s.label) for s in BottleneckState if s not in ACTIVE),
        widget=Segments,
        error_messages={"required": _("Choose how it ended.")},
    )
    explanation = forms.CharField(
        label=_("Explanation"), max_length=300, required=False, widget=TextArea(rows=2)
    )
