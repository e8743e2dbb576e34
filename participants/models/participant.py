"""The person who is guided. Outside her dossier only the code stands for her."""

import secrets
from dataclasses import dataclass

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from exitprog import moment
from exitprog.fields import SealedDateField, SealedJSONField, SealedTextField
from exitprog.records import VersionedRecord
from participants.models.event import tracked
from participants.querysets.participant import ParticipantQuerySet

ADULT_AGE = 18
ALPHABET = "2345679ACDEFGHJKMNPQRTUVWXYZ"
CODE_PATTERN = "[2-9A-Z]{3}-[2-9A-Z]{4}"


class Pronoun(models.TextChoices):
    SHE = "she", _("she / her")
    HE = "he", _("he / him")
    THEY = "they", _("they / them")


class Children(models.TextChoices):
    NOT_SAID = "not_said", _("not said")
    NONE = "none", _("none")
    LIVING_WITH = "living_with", _("living with the participant")
    ELSEWHERE = "elsewhere", _("living elsewhere")


@dataclass(frozen=True)
class Words:
    """The recorded pronoun, ready for a sentence."""

    subject: str
    object: str
    possessive: str


WORDS = {
    Pronoun.SHE: Words(
        pgettext_lazy("subject", "she"),
        pgettext_lazy("object", "her"),
        pgettext_lazy("possessive", "her"),
    ),
    Pronoun.HE: Words(
        pgettext_lazy("subject", "he"),
        pgettext_lazy("object", "him"),
        pgettext_lazy("possessive", "his"),
    ),
    Pronoun.THEY: Words(
        pgettext_lazy("subject", "they"),
        pgettext_lazy("object", "them"),
        pgettext_lazy("possessive", "their"),
    ),
}


def make_code():
    """A random case code like K7Q-M4F2, from letters and digits that look apart."""
    drawn = [secrets.choice(ALPHABET) for _place in range(7)]
    return f"{''.join(drawn[:3])}-{''.join(drawn[3:])}"


@tracked()
class Participant(VersionedRecord):
    code = models.CharField(
        max_length=8, unique=True, default=make_code, editable=False
    )
    alias = SealedTextField(
        _("alias"), max_length=80, label="participants.participant.alias"
    )
    pronoun = models.CharField(
        _("pronoun"), max_length=4, choices=Pronoun, default=Pronoun.SHE
    )
    birth_year = models.PositiveSmallIntegerField(
        _("year of birth"),
        null=True,
        blank=True,
        validators=[MinValueValidator(1920), MaxValueValidator(2100)],
    )
    birth_date = SealedDateField(
        _("date of birth"),
        null=True,
        blank=True,
        label="participants.participant.birth_date",
    )
    languages = SealedJSONField(
        _("languages"),
        default=list,
        blank=True,
        label="participants.participant.languages",
    )
    interpreter = models.BooleanField(_("needs an interpreter"), default=False)
    children = models.CharField(
        _("children"), max_length=11, choices=Children, default=Children.NOT_SAID
    )
    registered_on = models.DateField(_("registered on"), default=moment.today)

    objects = ParticipantQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(birth_year=None)
                | models.Q(birth_year__range=(1920, 2100)),
                name="a_birth_year_is_of_someone_alive",
            ),
        ]

    def __str__(self):
        return self.code

    def get_absolute_url(self):
        return reverse("participants:overview", args=[self.code])

    @property
    def words(self):
        return WORDS[Pronoun(self.pronoun)]

    @property
    def age(self):
        """Age in whole years; from the year alone the lowest it can be; else None."""
        today = moment.today()
        if self.birth_date:
            had = (today.month, today.day) >= (
                self.birth_date.month,
                self.birth_date.day,
            )
            return today.year - self.birth_date.year - (not had)
        return today.year - self.birth_year - 1 if self.birth_year else None

    @property
    def is_minor(self):
        """Under 18; False when the age is not known. A year alone counts as young."""
        return self.age is not None and self.age < ADULT_AGE
