"""Narrowing the access log: to a case, a person, a period, a kind of line."""

from datetime import timedelta

from django import forms
from django.utils.translation import gettext_lazy as _

from counsellors.models import Role, User
from counsellors.models.access_event import Action, Ground
from counsellors.months import starts_at
from counsellors.page_names import NAMES, lines_of
from exitprog.forms import DateInput

ONE_DAY = timedelta(days=1)


class AccessLogForm(forms.Form):
    case = forms.CharField(label=_("Code"), max_length=12, required=False)
    person = forms.ModelChoiceField(
        User.objects.none(), label=_("Who"), required=False, empty_label=_("Everyone")
    )
    since = forms.DateField(label=_("From"), required=False, widget=DateInput)
    until = forms.DateField(label=_("Until"), required=False, widget=DateInput)
    action = forms.ChoiceField(label=_("What"), required=False)
    pages = forms.ChoiceField(label=_("Page"), required=False)
    ground = forms.ChoiceField(label=_("Right"), required=False)
    refused = forms.BooleanField(label=_("Only what was not allowed"), required=False)
    emergency = forms.BooleanField(label=_("Only emergencies"), required=False)

    def __init__(self, *args, user, **kwargs):
        super().__init__(*args, **kwargs)
        programmes = user.programmes_as(Role.PRIVACY_OFFICER)
        self.fields["person"].queryset = User.objects.filter(
            memberships__programme__in=programmes
        ).distinct()
        every = [("", _("Everything"))]
        named = sorted((str(pages.name), pages.slug) for pages in NAMES)
        self.fields["pages"].choices = every + [(slug, name) for name, slug in named]
        self.fields["action"].choices = every + Action.choices
        self.fields["ground"].choices = every + Ground.choices

    def clean_case(self):
        return self.cleaned_data["case"].upper()

    def narrow(self, lines):
        """What the answers leave of `lines`; a faulty answer leaves none."""
        if not self.is_valid():
            return lines.none()
        asked = {name: value for name, value in self.cleaned_data.items() if value}
        for name, value in asked.items():
            lines = NARROW[name](lines, value)
        return lines


NARROW = {
    "case": lambda lines, code: lines.about_case(code),
    "person": lambda lines, user: lines.filter(actor=user),
    "since": lambda lines, day: lines.filter(at__gte=starts_at(day)),
    "until": lambda lines, day: lines.filter(at__lt=starts_at(day + ONE_DAY)),
    "action": lambda lines, action: lines.filter(action=action),
    "pages": lambda lines, slug: lines.filter(lines_of(slug)),
    "ground": lambda lines, ground: lines.filter(ground=ground),
    "refused": lambda lines, _yes: lines.refused(),
    "emergency": lambda lines, _yes: lines.filter(is_emergency=True),
}
