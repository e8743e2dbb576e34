"""Composition of the admin site."""

from django.apps import AppConfig
from django.contrib.admin import apps


class ExitprogConfig(AppConfig):
    name = "exitprog"


class AdminConfig(apps.AdminConfig):
    default = False
    default_site = "exitprog.admin.AdminSite"
