"""The twelve life areas, in the one order that every page and figure keeps."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class LifeArea(models.TextChoices):
    SAFETY = "safety", _("Safety and coercion")
    HOUSING = "housing", _("Home and address")
    INCOME = "income", _("Income and benefit")
    DEBTS = "debts", _("Debts")
    DOCUMENTS = "documents", _("Papers and residence")
    MENTAL_HEALTH = "mental_health", _("Mind")
    PHYSICAL_HEALTH = "physical_health", _("Body")
    ADDICTION = "addiction", _("Addiction")
    LANGUAGE = "language", _("Dutch language")
    NETWORK = "network", _("Family and network")
    DAYTIME = "daytime", _("Work, training, daytime")
    JUSTICE = "justice", _("Police and justice")
