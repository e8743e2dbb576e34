"""The navigation that fits the user's rights."""

from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from counsellors.models import Role
from participants.permissions import has_caseload


@dataclass(frozen=True)
class NavigationItem:
    url: str
    label: str
    icon: str
    is_current: bool


def navigation(request):
    """`navigation` (the items of the main menu) and `can_find` (the search box)."""
    user = getattr(request, "user", None)
    if user is None or not user.is_authenticated:
        return {"navigation": [], "can_find": False}
    items = [
        _item(request, name, label, icon)
        for name, label, icon, is_open in _destinations(user)
        if is_open
    ]
    return {"navigation": items, "can_find": has_caseload(user)}


def _destinations(user):
    is_member = bool(user.memberships_now)
    return [
        ("participants:list", _("Participants"), "people", has_caseload(user)),
        ("agencies:list", _("Agencies"), "agencies", is_member or user.is_staff),
        (
            "counsellors:access-log",
            _("Access log"),
            "lock",
            user.has_role(Role.PRIVACY_OFFICER),
        ),
        ("admin:index", _("Admin"), "lock", user.is_staff),
    ]


def _item(request, name, label, icon):
    url = reverse(name)
    return NavigationItem(url, label, icon, request.path.startswith(url))
