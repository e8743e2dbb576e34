"""Everything that can be asked of an order: the form checks, the held order acts."""

from django import forms
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from exitprog import moment
from exitprog.forms import DateInput, SectionsMixin, Segments, TextArea
from participants.models import OrderDecision
from participants.models.bottleneck import Lane
from participants.models.order import Agreement, KeepReason

UP, DOWN, PLACE = "up", "down", "place"
STEPS = [(UP, UP), (DOWN, DOWN), (PLACE, PLACE), *((lane, lane) for lane in Lane)]


class MoveForm(forms.Form):
    """One step up or down, to a lane, or to a number; drawn by hand in each row."""

    version = forms.IntegerField(required=False)
    to = forms.ChoiceField(
        choices=STEPS, error_messages={"required": _("Choose where it goes.")}
    )
    place = forms.IntegerField(required=False)
    lane = forms.ChoiceField(choices=[("", ""), *Lane.choices], required=False)

    def clean(self):
        cleaned = super().clean()
        names_nothing = cleaned.get("place") is None and not cleaned.get("lane")
        if cleaned.get("to") == PLACE and names_nothing and not self.errors:
            self.add_error("place", _("Fill in a number or choose a lane."))
        return cleaned

    def check_place(self, count):
        """Whether the number exists in an order of so many."""
        place = self.cleaned_data.get("place")
        return place is None or 1 <= place <= count

    def save(self, order, key):
        """The move, or None when it changes nothing."""
        to, place = self.cleaned_data["to"], self.cleaned_data["place"]
        if to == UP:
            return order.move_up(key)
        if to == DOWN:
            return order.move_down(key)
        if to != PLACE:
            return order.move_to(key, to)
        if lane := self.cleaned_data["lane"]:
            return order.move_to(key, lane, place)
        return order.move_to_number(key, place)


def no_such_place(count):
    text = ngettext(
        "There is only number %(count)s.", "Choose a number from 1 to %(count)s.", count
    )
    return text % {"count": count}


class SeenForm(forms.Form):
    """The version of the order that the page showed."""

    version = forms.IntegerField(required=False, widget=forms.HiddenInput)


class KeepForm(SectionsMixin, SeenForm):
    """Why a bottleneck stays where it is although the suggestion differs."""

    why = forms.ChoiceField(
        label=_("Why does it stay here?"),
        choices=[(key, capfirst(label)) for key, label in KeepReason.choices],
        widget=Segments,
        error_messages={"required": _("Choose why it stays here.")},
    )
    explanation = forms.CharField(
        label=_("Explanation"), max_length=300, required=False, widget=TextArea(rows=2)
    )

    def clean(self):
        cleaned = super().clean()
        if cleaned.get("why") == KeepReason.OTHER and not cleaned.get("explanation"):
            self.add_error("explanation", _("Write the reason in a few words."))
        return cleaned


class SuggestionForm(SeenForm):
    """The suggestion as the page showed it: ids, first to last."""

    order = forms.CharField(required=False, widget=forms.HiddenInput)


class AgreementForm(SectionsMixin, forms.ModelForm):
    """What the participant says of the order as it stands now."""

    version = forms.IntegerField(required=False, widget=forms.HiddenInput)
    participant = forms.ChoiceField(
        choices=[(key, capfirst(label)) for key, label in Agreement.choices],
        widget=Segments,
        error_messages={"required": _("Choose what was said of the order.")},
    )

    class Meta:
        model = OrderDecision
        fields = ["participant", "reason"]
        labels = {"reason": _("Why not?")}
        help_texts = {"reason": _("Needed only without agreement.")}
        widgets = {"reason": TextArea(rows=2)}

    def __init__(self, *args, alias, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["participant"].label = _("What does %(alias)s say?") % {
            "alias": alias
        }

    def clean(self):
        cleaned = super().clean()
        agrees = cleaned.get("participant") == Agreement.AGREES
        if cleaned.get("participant") and not agrees and not cleaned.get("reason"):
            self.add_error("reason", _("Write why there is no agreement."))
        return cleaned

    def _get_validation_exclusions(self):
        return super()._get_validation_exclusions() | {"participant", "reason"}


class ReviewForm(SectionsMixin, forms.Form):
    """When Later is looked at again."""

    version = forms.IntegerField(required=False, widget=forms.HiddenInput)
    later_review_on = forms.DateField(
        label=_("Look at Later again on"), required=False, widget=DateInput
    )

    def clean_later_review_on(self):
        day = self.cleaned_data["later_review_on"]
        if day and not 0 <= (day - moment.today()).days <= 366:
            raise forms.ValidationError(_("Choose a day within the coming year."))
        return day
