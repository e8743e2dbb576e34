"""Forms about the person: registering and mending."""

from django import forms
from django.utils.translation import gettext_lazy as _

from agencies.models import Municipality, Programme
from counsellors.models import Role
from exitprog import moment
from exitprog.forms import (
    DateInput,
    Picks,
    SectionsMixin,
    Segments,
    TextArea,
    VersionField,
)
from exitprog.languages import SpokenLanguage
from participants.caseload import caseload, folded
from participants.models import Participant, Trajectory
from participants.models.participant import ADULT_AGE
from participants.models.safe_contact import Channel, Level
from participants.models.trajectory import ReferralRoute
from participants.registration import register, turn_away

OLDEST = 100


class PersonFields(forms.ModelForm):
    """The facts about a person that a daily task needs; all but the alias optional."""

    languages = forms.MultipleChoiceField(
        label=_("Languages"), choices=SpokenLanguage, required=False, widget=Picks
    )

    class Meta:
        model = Participant
        fields = [
            "alias",
            "pronoun",
            "birth_year",
            "birth_date",
            "languages",
            "interpreter",
            "children",
        ]
        labels = {"interpreter": _("Needs an interpreter")}
        help_texts = {
            "alias": _("What you call each other. It need not be the real name."),
            "birth_date": _("Only if you know it. The year alone is fine too."),
        }
        error_messages = {"alias": {"required": _("Write what you call each other.")}}
        widgets = {
            "alias": forms.TextInput(attrs={"autocomplete": "off"}),
            "pronoun": Segments,
            "children": Segments,
            "birth_date": DateInput,
        }

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for name in ("pronoun", "children"):
            self.fields[name].required = False

    def clean_birth_date(self):
        born = self.cleaned_data["birth_date"]
        if born and born > moment.today():
            raise forms.ValidationError(_("This date lies in the future."))
        if born and moment.today().year - born.year > OLDEST:
            raise forms.ValidationError(_("Check the year of this date."))
        return born

    def clean_birth_year(self):
        year = self.cleaned_data["birth_year"]
        if year and not moment.today().year - OLDEST <= year <= moment.today().year:
            raise forms.ValidationError(_("Check this year."))
        return year

    def clean(self):
        cleaned = super().clean()
        year, born = cleaned.get("birth_year"), cleaned.get("birth_date")
        if year and born and born.year != year:
            self.add_error(
                "birth_year", _("This is not the year of the date of birth.")
            )
        if year and not born and year == moment.today().year - ADULT_AGE:
            self.add_error(
                "birth_date",
                _("Born in that year, someone may be 17 or 18. Fill in the date."),
            )
        if born and not year:
            cleaned["birth_year"] = born.year
        return cleaned


class RegistrationForm(SectionsMixin, PersonFields):
    """A new participant: safe contact is asked first, an alias alone will do."""

    level = forms.ChoiceField(
        label=_("How safe is it now?"),
        choices=Level,
        required=False,
        widget=Segments(icons={level: level for level in Level.values}),
        help_text=_("Leave it open if you have not asked. Then leave no message."),
    )
    channels = forms.MultipleChoiceField(
        label=_("Which ways are safe?"), choices=Channel, required=False, widget=Picks
    )
    app_name = forms.CharField(label=_("Which app"), max_length=40, required=False)
    note = forms.CharField(
        label=_("What else must you know to reach this person safely?"),
        max_length=2000,
        required=False,
        widget=TextArea(rows=2),
    )
    programme = forms.ModelChoiceField(
        label=_("Programme"),
        queryset=Programme.objects.none(),
        empty_label=None,
        error_messages={"required": _("Choose the programme.")},
    )
    referral_route = forms.ChoiceField(
        label=_("How did this person come to you?"),
        choices=[("", _("Not known yet")), *ReferralRoute.choices],
        required=False,
    )
    municipality_lives = forms.ModelChoiceField(
        label=_("Lives in"), queryset=Municipality.objects.all(), required=False
    )
    is_someone_else = forms.BooleanField(
        label=_("This is someone else"), required=False, widget=forms.HiddenInput
    )

    def __init__(self, *args, user, **kwargs):
        super().__init__(*args, **kwargs)
        self.user = user
        mine = user.programmes_as(Role.COUNSELLOR)
        self.fields["programme"].queryset = Programme.objects.filter(pk__in=mine)
        self.fields["programme"].initial = mine[0] if mine else None
        if len(mine) == 1:
            self.fields["programme"].widget = forms.HiddenInput()
        self.namesakes = []

    def get_sections(self):
        programme = ["programme"] if len(self.fields["programme"].queryset) > 1 else []
        return {
            _("Safe contact first"): ["level", "channels", "app_name", "note"],
            _("The person"): ["alias", "pronoun", "birth_year", "birth_date"],
            _("What helps in contact"): ["languages", "interpreter", "children"],
            _("The start"): [*programme, "referral_route", "municipality_lives"],
        }

    def clean(self):
        cleaned = super().clean()
        if cleaned.get("alias") and not cleaned.get("is_someone_else"):
            self.namesakes = self.find_namesakes(cleaned)
            if self.namesakes:
                self.fields["is_someone_else"].widget = forms.CheckboxInput()
                self.add_error("alias", _("You already guide someone who fits this."))
        return cleaned

    def find_namesakes(self, cleaned):
        """Rows of the own caseload with this alias or this date of birth."""
        wanted, born = folded(cleaned["alias"]), cleaned.get("birth_date")
        return [
            row
            for row in caseload(self.user)
            if folded(row.participant.alias) == wanted
            or (born and row.participant.birth_date == born)
        ]

    @property
    def is_minor(self):
        """Whether what was filled in is sound but tells of someone under 18."""
        return self.is_valid() and self.instance.is_minor

    def save(self):
        return register(self.instance, self.user, self.cleaned_data)

    def turn_away(self):
        return turn_away(self.instance, self.user, self.cleaned_data)


class ParticipantForm(SectionsMixin, PersonFields):
    """Mends the facts about the person and about the start of the trajectory."""

    version = VersionField()

    sections = {
        _("The person"): ["alias", "pronoun", "birth_year", "birth_date"],
        _("What helps in contact"): ["languages", "interpreter", "children"],
    }


class TrajectoryForm(SectionsMixin, forms.ModelForm):
    """The start of the trajectory and where the participant is heading."""

    prefix = "trajectory"
    version = VersionField()

    sections = {
        _("Where to"): ["wish", "wish_language"],
        _("The start"): ["referral_route", "municipality_lives", "municipality_works"],
    }

    class Meta:
        model = Trajectory
        fields = [
            "wish",
            "wish_language",
            "referral_route",
            "municipality_lives",
            "municipality_works",
        ]
        labels = {
            "wish": _("Where does this person want to go? In their own words."),
            "wish_language": _("Language of these words"),
            "referral_route": _("How did this person come to you?"),
        }
        widgets = {
            "wish": TextArea(rows=3, voice=True),
            "wish_language": forms.Select(
                choices=[("", _("Dutch")), *SpokenLanguage.choices[1:]]
            ),
        }

    def clean(self):
        cleaned = super().clean()
        if "wish" in self.changed_data:
            self.instance.wish_on = moment.today()
        return cleaned
