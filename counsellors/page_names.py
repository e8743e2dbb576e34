"""The name that readers of the access log know a page by."""

from dataclasses import dataclass

from django.db.models import Q
from django.utils.translation import gettext_lazy as _


@dataclass(frozen=True)
class Pages:
    """Pages of one name: their routes hold one of `parts`, and of no name before."""

    slug: str
    name: str
    parts: tuple[str, ...]

    def holds(self, route):
        return any(part in route for part in self.parts)

    @property
    def query(self):
        found = Q()
        for part in self.parts:
            found |= Q(page__contains=part)
        return found


NAMES = [
    Pages(
        "log-in",
        _("Log in"),
        ("account_", "provider_", "openid_", ":unlock", ":end-sessions"),
    ),
    Pages("second-step", _("Second step"), ("mfa_",)),
    Pages("admin", _("Admin"), ("admin:",)),
    Pages("agencies", _("Agencies"), ("agencies:",)),
    Pages("account", _("Your account"), (":account", ":language", ":stay")),
    Pages("log", _("Access log"), (":access-log", ":log-")),
    Pages("new", _("New participant"), (":new",)),
    Pages("people", _("Participants"), (":list", ":find", ":home")),
    Pages("caseload", _("Caseload"), ("caseload",)),
    Pages("agenda", _("Appointments"), ("appointment", ":agenda")),
    Pages("drafts", _("Drafts"), ("draft",)),
    Pages("areas", _("Life areas"), ("life-areas",)),
    Pages("safe-contact", _("Safe contact"), ("safe-contact", "number")),
    Pages("consents", _("Consents"), ("consent",)),
    Pages("timeline", _("Timeline"), ("timeline",)),
    Pages("sessions", _("Session"), ("session", "addendum")),
    Pages("contacts", _("Contact with an agency"), ("contact",)),
    Pages("bottlenecks", _("Bottleneck"), ("bottleneck", "dependency")),
    Pages("flags", _("Flags"), ("flag",)),
    Pages("income", _("Income"), ("income",)),
    Pages("daytime", _("Daytime activity"), ("daytime",)),
    Pages("emergencies", _("Emergencies"), ("emergenc", "break-glass")),
    Pages(
        "ownership",
        _("Who guides whom"),
        ("handover", "transfer", "leaving", ":assignment", "protection", "naming"),
    ),
    Pages("overview", _("Overview"), ("phase", "edit", "overview")),
    Pages("priorities", _("Priorities"), (":",)),
]


def name_of(route):
    """What a page is called; a line without a route names none."""
    for pages in NAMES:
        if pages.holds(route):
            return pages.name
    return route or "–"


def lines_of(slug):
    """Which lines are of the pages with that name."""
    before = Q()
    for pages in NAMES:
        if pages.slug == slug:
            return pages.query & ~before if before else pages.query
        before |= pages.query
    raise KeyError(slug)
