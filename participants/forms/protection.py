"""Extra protection: why, who is named, and what a second person answers."""

from django import forms
from django.utils.translation import gettext_lazy as _

from counsellors.models import User
from exitprog.forms import Picks, SectionsMixin, Segments, TextArea, with_capitals
from participants.forms.ownership import ColleagueField, colleagues
from participants.models.protection import ProtectionReason

OPEN, CLOSED = "open", "closed"


class CaseForm(SectionsMixin, forms.Form):
    """About one case; `colleagues` names the field that chooses among them."""

    colleagues = ""

    def __init__(self, *args, case, user, **kwargs):
        super().__init__(*args, **kwargs)
        if self.colleagues:
            choices = colleagues(case, without=user)
            self.fields[self.colleagues].queryset = choices


class ProtectionForm(CaseForm):
    """Why, and who besides the counsellor sees the dossier from now on."""

    colleagues = "named"
    reason = forms.ChoiceField(
        label=_("Why?"),
        choices=with_capitals(ProtectionReason.choices),
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose why.")},
    )
    named = forms.ModelMultipleChoiceField(
        User.objects.none(),
        label=_("Who else may see it?"),
        required=False,
        widget=Picks,
        help_text=_("Only while they guide or cover. You are named yourself."),
    )


class NamingForm(CaseForm):
    """One more colleague."""

    colleagues = "to"
    to = ColleagueField(
        label=_("Who?"), error_messages={"required": _("Choose a colleague.")}
    )


class AnswerForm(SectionsMixin, forms.Form):
    """A second person says whether it opens."""

    answer = forms.ChoiceField(
        label=_("What do you decide?"),
        choices=[(OPEN, _("Open it")), (CLOSED, _("Leave it closed"))],
        widget=Segments,
        error_messages={"required": _("Choose what you decide.")},
    )

    @property
    def opens(self):
        return self.cleaned_data["answer"] == OPEN


class EmergencyAnswerForm(AnswerForm):
    """And why not, for the colleague who asked."""

    why_not = forms.CharField(
        label=_("Why it stays closed"),
        max_length=1000,
        required=False,
        widget=TextArea(rows=2),
        help_text=_("The colleague who asked reads this."),
    )

    def clean(self):
        cleaned = super().clean()
        if cleaned.get("answer") == CLOSED and not cleaned.get("why_not"):
            self.add_error("why_not", _("Write why it stays closed."))
        return cleaned
