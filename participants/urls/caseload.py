"""Home, the caseload, and the person."""

from django.urls import path

from participants.views.agenda import Agenda
from participants.views.caseload import ParticipantFind, ParticipantList
from participants.views.flags import FlagList, FlagRemoval
from participants.views.home import Home
from participants.views.participant import ParticipantEdit, ParticipantNew
from participants.views.phase import PhaseChange

urlpatterns = [
    path("", Home.as_view(), name="home"),
    path("agenda/", Agenda.as_view(), name="agenda"),
    path("participants/", ParticipantList.as_view(), name="list"),
    path("participants/new/", ParticipantNew.as_view(), name="new"),
    path("participants/find/", ParticipantFind.as_view(), name="find"),
    path("participants/<code:code>/edit/", ParticipantEdit.as_view(), name="edit"),
    path("participants/<code:code>/phase/", PhaseChange.as_view(), name="phase"),
    path("participants/<code:code>/flags/", FlagList.as_view(), name="flags"),
    path(
        "participants/<code:code>/flags/<uuid:pk>/remove/",
        FlagRemoval.as_view(),
        name="flag-remove",
    ),
]
