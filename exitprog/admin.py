"""The admin site: agencies, programmes, users and lists; never a dossier."""

from allauth.account.decorators import secure_admin_login
from django.contrib import admin
from django.shortcuts import redirect
from django.utils.translation import gettext_lazy as _

HIDDEN = {"mfa", "socialaccount"}


class AdminSite(admin.AdminSite):
    site_header = site_title = _("Administration")
    index_title = _("What do you want to keep?")

    def register(self, model_or_iterable, admin_class=None, **options):
        """Means and links to log in are nobody's to look at; allauth registers them."""
        given = model_or_iterable
        models = given if isinstance(given, list | tuple) else [given]
        kept = [model for model in models if model._meta.app_label not in HIDDEN]
        super().register(kept, admin_class, **options)

    def login(self, request, extra_context=None):
        """Admins come in through the same door as everyone."""
        return secure_admin_login(super().login)(request, extra_context)

    def logout(self, request, extra_context=None):
        """And they leave by the same door, which empties the browser."""
        return redirect("account_logout", preserve_request=True)

    def password_change(self, request, extra_context=None):
        return redirect("account_change_password")
