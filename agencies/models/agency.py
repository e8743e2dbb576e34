"""The organisations that help: what they do, where, and how long it takes."""

from django.contrib.postgres.fields import ArrayField
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from agencies.models.programme import Municipality
from agencies.querysets.agency import (
    AgencyQuerySet,
    ContactPersonQuerySet,
    ServiceQuerySet,
)
from agencies.waiting import Wait
from exitprog import moment
from exitprog.languages import SpokenLanguage
from exitprog.life_areas import LifeArea
from exitprog.records import Record, VersionedRecord


class AgencyKind(models.TextChoices):
    SOCIAL_SERVICES = "social_services", _("Municipal social services")
    CIVIL_REGISTRY = "civil_registry", _("Civil registry")
    NEIGHBOURHOOD_TEAM = "neighbourhood_team", _("Neighbourhood team")
    YOUTH_DESK = "youth_desk", _("Youth desk")
    DEBT_HELP = "debt_help", _("Debt help")
    ADMINISTRATOR = "administrator", _("Administrator of money")
    BANK = "bank", _("Bank")
    TAX_OFFICE = "tax_office", _("Tax office")
    UWV = "uwv", _("Employee insurance (UWV)")
    CHAMBER_OF_COMMERCE = "chamber_of_commerce", _("Chamber of Commerce")
    HOUSING_ASSOCIATION = "housing_association", _("Housing association")
    HOMELESS_SHELTER = "homeless_shelter", _("Homeless shelter")
    WOMENS_SHELTER = "womens_shelter", _("Women’s shelter")
    MENS_SHELTER = "mens_shelter", _("Men’s shelter")
    SPECIAL_SHELTER = "special_shelter", _("Special shelter")
    PROTECTED_LIVING = "protected_living", _("Protected living")
    PUBLIC_HEALTH = "public_health", _("Public health service")
    GENERAL_PRACTICE = "general_practice", _("General practice")
    MENTAL_HEALTH = "mental_health", _("Mental health care")
    ADDICTION_CARE = "addiction_care", _("Addiction care")
    DENTIST = "dentist", _("Dentist")
    EMPLOYER = "employer", _("Employer")
    TRAINING = "training", _("Training institute")
    LANGUAGE_PROVIDER = "language_provider", _("Language provider")
    VOLUNTEER_CENTRE = "volunteer_centre", _("Volunteer centre")
    SHELTERED_WORKSHOP = "sheltered_workshop", _("Sheltered workshop")
    POLICE = "police", _("Police")
    PROSECUTION = "prosecution", _("Public prosecution")
    IMMIGRATION = "immigration", _("Immigration service")
    COORDINATION = "coordination", _("Care co-ordination")
    SAFE_HOME = "safe_home", _("Safe home")
    YOUTH_CARE = "youth_care", _("Youth care")
    LAWYER = "lawyer", _("Lawyer or legal desk")
    INTERPRETERS = "interpreters", _("Interpreters")
    PEERS = "peers", _("Peer organisation")
    OTHER = "other", _("Other")


class Agency(VersionedRecord):
    name = models.CharField(_("name"), max_length=120)
    kind = models.CharField(_("kind"), max_length=20, choices=AgencyKind)
    municipalities = models.ManyToManyField(
        Municipality,
        related_name="agencies",
        blank=True,
        verbose_name=_("municipalities"),
        help_text=_("Leave empty for an agency that works in the whole country."),
    )
    languages = ArrayField(
        models.CharField(max_length=3, choices=SpokenLanguage),
        verbose_name=_("languages"),
        default=list,
        blank=True,
    )
    interpreter = models.BooleanField(_("arranges an interpreter"), default=False)
    phone = models.CharField(_("phone"), max_length=40, blank=True)
    email = models.EmailField(_("e-mail address"), blank=True)
    website = models.URLField(_("website"), blank=True)
    retired_on = models.DateField(_("retired on"), null=True, blank=True)
    merged_into = models.ForeignKey(
        "self",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="merged",
        verbose_name=_("merged into"),
    )

    objects = AgencyQuerySet.as_manager()

    class Meta:
        verbose_name = _("agency")
        verbose_name_plural = _("agencies")
        ordering = ["name"]
        constraints = [
            models.CheckConstraint(
                condition=~Q(merged_into=F("id")),
                name="an_agency_does_not_merge_into_itself",
                violation_error_message=_("Choose another agency to merge into."),
            ),
            models.CheckConstraint(
                condition=Q(merged_into=None) | Q(retired_on__isnull=False),
                name="a_merged_agency_is_retired",
                violation_error_message=_("A merged agency needs a retirement date."),
            ),
        ]
        indexes = [models.Index("name", name="agency_by_name")]

    def __str__(self):
        return self.name

    def get_absolute_url(self):
        return reverse("agencies:detail", args=[self.pk])

    def clean(self):
        if self.merged_into == self:
            message = _("Choose another agency to merge into.")
        elif self.merged_into and self.merged_into.is_retired:
            message = _("Choose an agency that is in use to merge into.")
        else:
            return
        raise ValidationError({"merged_into": message})

    @property
    def is_retired(self):
        return self.retired_on is not None and self.retired_on <= moment.today()

    def retire(self, merged_into=None):
        """Take it off every list; what was logged about it stays."""
        self.retired_on = moment.today()
        self.merged_into = merged_into
        self.save(update_fields=["retired_on", "merged_into"])

    def restore(self):
        self.retired_on = self.merged_into = None
        self.save(update_fields=["retired_on", "merged_into"])


class ContactPerson(Record):
    agency = models.ForeignKey(
        Agency, models.PROTECT, related_name="contact_persons", verbose_name=_("agency")
    )
    name = models.CharField(_("name"), max_length=120)
    task = models.CharField(_("task"), max_length=120, blank=True)
    phone = models.CharField(_("phone"), max_length=40, blank=True)
    email = models.EmailField(_("e-mail address"), blank=True)
    left_on = models.DateField(_("left on"), null=True, blank=True)

    objects = ContactPersonQuerySet.as_manager()

    class Meta:
        verbose_name = _("contact person")
        verbose_name_plural = _("contact persons")
        ordering = ["name"]

    def __str__(self):
        return self.name


class Service(Record):
    agency = models.ForeignKey(
        Agency, models.PROTECT, related_name="services", verbose_name=_("agency")
    )
    life_area = models.CharField(_("life area"), max_length=20, choices=LifeArea)
    name = models.CharField(_("name"), max_length=120)
    for_whom = models.CharField(_("for whom"), max_length=200, blank=True)
    waiting_weeks = models.PositiveSmallIntegerField(
        _("waiting time in weeks"), null=True, blank=True
    )
    waiting_updated_on = models.DateField(_("asked on"), null=True, blank=True)
    retired_on = models.DateField(_("stopped on"), null=True, blank=True)

    objects = ServiceQuerySet.as_manager()

    class Meta:
        verbose_name = _("service")
        verbose_name_plural = _("services")
        ordering = ["life_area", "name"]
        constraints = [
            models.CheckConstraint(
                condition=Q(waiting_weeks=None) | Q(waiting_weeks__lte=260),
                name="a_waiting_time_is_at_most_five_years",
                violation_error_message=_("Write a waiting time of 260 weeks or less."),
            ),
            models.CheckConstraint(
                condition=Q(waiting_weeks=None) | Q(waiting_updated_on__isnull=False),
                name="a_waiting_time_says_when_it_was_asked",
                violation_error_message=_("Say when you asked the waiting time."),
            ),
        ]
        indexes = [models.Index("agency", "life_area", name="service_by_area")]

    def __str__(self):
        return self.name

    def clean(self):
        if self.waiting_updated_on and self.waiting_updated_on > moment.today():
            message = _("The date is in the future. Choose today or earlier.")
            raise ValidationError({"waiting_updated_on": message})

    @property
    def wait(self):
        return Wait(self.waiting_weeks, self.waiting_updated_on)
