"""The dossier itself, from overview to extra protection."""

from django.urls import path

from participants.views.consents import ConsentList, ConsentNew, ConsentWithdraw
from participants.views.life_areas import LifeAreas
from participants.views.overview import Overview
from participants.views.protection import (
    NamingEnd,
    NamingNew,
    ProtectionEnd,
    ProtectionPage,
)
from participants.views.safe_contact import Number, SafeContactPage, StillRight
from participants.views.timeline import Timeline

urlpatterns = [
    path("participants/<code:code>/", Overview.as_view(), name="overview"),
    path(
        "participants/<code:code>/life-areas/", LifeAreas.as_view(), name="life-areas"
    ),
    path(
        "participants/<code:code>/safe-contact/",
        SafeContactPage.as_view(),
        name="safe-contact",
    ),
    path(
        "participants/<code:code>/safe-contact/still-right/",
        StillRight.as_view(),
        name="safe-contact-still-right",
    ),
    path("participants/<code:code>/number/", Number.as_view(), name="number"),
    path("participants/<code:code>/consents/", ConsentList.as_view(), name="consents"),
    path(
        "participants/<code:code>/consents/new/",
        ConsentNew.as_view(),
        name="consent-new",
    ),
    path(
        "participants/<code:code>/consents/<uuid:pk>/withdraw/",
        ConsentWithdraw.as_view(),
        name="consent-withdraw",
    ),
    path("participants/<code:code>/timeline/", Timeline.as_view(), name="timeline"),
    path(
        "participants/<code:code>/protection/",
        ProtectionPage.as_view(),
        name="protection",
    ),
    path(
        "participants/<code:code>/protection/end/",
        ProtectionEnd.as_view(),
        name="protection-end",
    ),
    path(
        "participants/<code:code>/protection/names/new/",
        NamingNew.as_view(),
        name="naming-new",
    ),
    path(
        "participants/<code:code>/protection/names/<uuid:pk>/end/",
        NamingEnd.as_view(),
        name="naming-end",
    ),
]
