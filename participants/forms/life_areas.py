"""How the twelve life areas stand on a day: a score for each, by you and by her."""

from dataclasses import dataclass

from django import forms
from django.utils.functional import lazy
from django.utils.translation import gettext_lazy as _

from exitprog import moment
from exitprog.forms import DateInput, SectionsMixin
from exitprog.life_areas import LifeArea
from participants.day_words import day_text
from participants.forms.log import check_past_day
from participants.models import Assessment
from participants.models.assessment import AreaLevel, AssessedBy

NOT_DISCUSSED = "0"
CHOICES = [
    ("", _("no score")),
    *[(str(level), level.label) for level in AreaLevel],
    (NOT_DISCUSSED, _("not discussed")),
]
said_day = lazy(day_text, str)


def field_name(area, by):
    return f"{area}-{by}"


@dataclass(frozen=True)
class Pair:
    """The two fields of one life area."""

    area: LifeArea
    mine: forms.BoundField
    hers: forms.BoundField


class LifeAreasForm(SectionsMixin, forms.Form):
    """Nothing is chosen beforehand; each score that is filled in is a new row."""

    measured_on = forms.DateField(
        label=_("Scored on"),
        widget=DateInput,
        error_messages={"required": _("Choose the day of the scores.")},
    )
    sections = {"": ["measured_on"]}

    def __init__(self, *args, trajectory, **kwargs):
        super().__init__(*args, initial={"measured_on": moment.today()}, **kwargs)
        self.trajectory = trajectory
        for area in LifeArea:
            for by in AssessedBy:
                self.fields[field_name(area, by)] = forms.ChoiceField(
                    label=area.label, choices=CHOICES, required=False
                )

    @property
    def pairs(self):
        return [
            Pair(
                area,
                self[field_name(area, AssessedBy.COUNSELLOR)],
                self[field_name(area, AssessedBy.PARTICIPANT)],
            )
            for area in LifeArea
        ]

    def clean_measured_on(self):
        day = self.cleaned_data["measured_on"]
        if day < self.trajectory.started_on:
            raise forms.ValidationError(
                _("The trajectory began on %(day)s. Choose that day or later."),
                params={"day": said_day(self.trajectory.started_on)},
            )
        check_past_day(day)
        return day

    def clean(self):
        cleaned = super().clean()
        if not self.errors and not self.scores(cleaned):
            raise forms.ValidationError(_("Choose a score for one life area at least."))
        return cleaned

    def scores(self, cleaned):
        """What was filled in, as (life area, by whom, level or None)."""
        chosen = [
            (area, by, cleaned.get(field_name(area, by)))
            for area in LifeArea
            for by in AssessedBy
        ]
        return [
            (area, by, None if level == NOT_DISCUSSED else int(level))
            for area, by, level in chosen
            if level
        ]

    def save(self, by):
        """Write a row for each score; earlier ones stay as they are."""
        return Assessment.objects.bulk_create(
            Assessment(
                trajectory=self.trajectory,
                life_area=area,
                level=level,
                assessed_by=assessed_by,
                measured_on=self.cleaned_data["measured_on"],
                recorded_by=by,
            )
            for area, assessed_by, level in self.scores(self.cleaned_data)
        )
