"""Every address that there is, for the rows that were planted."""

from django.apps import apps
from django.contrib import admin
from django.urls import reverse

from agencies.models import Agency
from counsellors.models import LogReview, User
from participants import models as kinds
from tests.access.test_access import ACCESS, PEOPLE
from tests.routes import takes

# What `pk` stands for, by the first word of the route's name; else every row is tried.
NOUNS = {
    "addendum": kinds.Session,
    "appointment": kinds.Appointment,
    "bottleneck": kinds.Bottleneck,
    "consent": kinds.Consent,
    "contact": kinds.AgencyContact,
    "daytime": kinds.DaytimeActivity,
    "dependency": kinds.Bottleneck,
    "draft": kinds.Draft,
    "emergency": kinds.BreakGlass,
    "flag": kinds.Flag,
    "handover": kinds.Handover,
    "income": kinds.Income,
    "keep": kinds.Bottleneck,
    "naming": kinds.Naming,
    "session": kinds.Session,
}
OUTSIDE = {
    "agencies:detail": Agency,
    "counsellors:log-review": LogReview,
    "counsellors:log-review-close": LogReview,
    "participants:leaving": User,
}
NOBODYS = {"mfa_remove_webauthn"}  # no row of anyone here
SKIPPED = {"account_logout"}  # ends the crawl


def open_to(name):
    """The routes that the access table opens to a person of the cast.

    What it closes answers the one 404 page or the log-in page; the table's own test
    holds that. Who is not in the cast tries every route that is open to anyone.
    """
    if name not in PEOPLE:
        return set().union(*map(open_to, PEOPLE))
    place = PEOPLE.index(name)
    return {
        route
        for route, line in ACCESS.items()
        if line["GET"].split()[place] not in {"404", "405", "login"}
    }


def in_dossiers():
    """Every page of `participants` that anyone may read: those that hold rows back."""
    return {route for route in open_to("") if route.startswith("participants:")}


def addresses(dossier, found, each=None):
    """These routes for one dossier and, where they name a row, for its rows.

    `each` is how many of a route: one to begin a crawl, which finds the rest by links.
    """
    for route in sorted(found - SKIPPED):
        if "account_" in route:
            yield reverse(route, kwargs=dict.fromkeys(takes(route), "1-x"))
            continue
        for kwargs in choices(route, dossier)[:each]:
            yield reverse(route, kwargs=kwargs)


def choices(route, dossier):
    found = [{}]
    for name in sorted(takes(route)):
        found = [
            known | {name: value}
            for known in found
            for value in values(name, route, dossier)
        ]
    return found


def values(name, route, dossier):
    if name == "code":
        return [dossier.code]
    if name == "slug":
        return [dossier.trajectory.programme.slug]
    if name == "dependency":
        return [row.pk for row in dossier.rows[kinds.Dependency]]
    return keys(route, dossier)


def keys(route, dossier):
    if route in NOBODYS:
        return [1]
    if route in OUTSIDE:
        return OUTSIDE[route].objects.values_list("pk", flat=True)[:1]
    noun = NOUNS.get(route.rpartition(":")[2].split("-")[0])
    nouns = [noun] if noun else list(dossier.rows)
    found = [row.pk for kind in nouns for row in dossier.rows[kind]]
    return [key for key in found if str(key) not in dossier.twins]


def admin_addresses():
    """Lists, adding, changing, history and autocomplete of all that is registered."""
    for model, page in admin.site._registry.items():
        base = f"/admin/{model._meta.app_label}/{model._meta.model_name}/"
        key = model._base_manager.values_list("pk", flat=True).first()
        yield from (base, f"{base}add/", f"{base}export/", f"{base}import/")
        acts = ("change", "history", "delete") if key else ()
        yield from (f"{base}{key}/{act}/" for act in acts)
        for name in page.autocomplete_fields:
            yield (
                f"/admin/autocomplete/?app_label={model._meta.app_label}"
                f"&model_name={model._meta.model_name}&field_name={name}&term="
            )


def unregistered_addresses():
    """Where the admin site would show a dossier, if it held one."""
    for model in apps.get_app_config("participants").get_models():
        yield f"/admin/participants/{model._meta.model_name}/"
