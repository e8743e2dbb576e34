"""Composition: the checks and the admin site."""

from django.apps import AppConfig
from django.contrib.admin import apps

from exitprog import checks


class ExitprogConfig(AppConfig):
    """Importing `checks` registers them."""

    name = "exitprog"
    checks = checks


class AdminConfig(apps.AdminConfig):
    default = False
    default_site = "exitprog.admin.AdminSite"
