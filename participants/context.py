"""The navigation that fits the user's rights."""

from dataclasses import dataclass

from django.urls import reverse
from django.utils.functional import SimpleLazyObject
from django.utils.translation import gettext_lazy as _

from counsellors.models import Role
from participants.permissions import has_caseload, has_day


@dataclass(frozen=True)
class NavigationItem:
    url: str
    label: str
    icon: str
    is_current: bool


def programme_page(user):
    """The caseload page of the programme that the user leads or coordinates."""
    leading = (Role.TEAM_LEAD, Role.COORDINATOR)
    slugs = [m.programme.slug for m in user.memberships_now if m.role in leading]
    return reverse("participants:programme-caseload", args=slugs[:1]) if slugs else None


def navigation(request):
    """`navigation` (the items of the main menu) and `can_find` (the search box).

    Asked only by a page that shows them: a refusal and a part of a page do not.
    """
    user = getattr(request, "user", None)
    if user is None or not user.is_authenticated:
        return {"navigation": [], "can_find": False}
    return {
        "navigation": SimpleLazyObject(lambda: list(_items(request))),
        "can_find": SimpleLazyObject(lambda: has_caseload(user)),
    }


def _items(request):
    for url, label, icon in _destinations(request.user):
        if url:
            yield NavigationItem(url, label, icon, _is_at(request.path, url))


def _is_at(path, url):
    """The page itself or one below it; everything lies below home."""
    home = reverse("participants:home")
    return path == url if url == home else path.startswith(url)


def _destinations(user):
    """(url, label, icon) of each page of the main menu; without url where closed."""
    is_member = bool(user.memberships_now)
    reads_log = user.has_role(Role.PRIVACY_OFFICER)
    return [
        (has_day(user) and reverse("participants:home"), _("My day"), "day"),
        (
            has_caseload(user) and reverse("participants:list"),
            _("Participants"),
            "people",
        ),
        (programme_page(user), _("Caseload"), "together"),
        (
            (is_member or user.is_staff) and reverse("agencies:list"),
            _("Agencies"),
            "agencies",
        ),
        (reads_log and reverse("counsellors:access-log"), _("Access log"), "lock"),
        (reads_log and reverse("participants:emergencies"), _("Emergencies"), "eye"),
        (user.is_staff and reverse("admin:index"), _("Admin"), "settings"),
    ]
