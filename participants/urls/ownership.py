"""Who guides whom, and opening a dossier in an emergency."""

from django.urls import path

from participants.views.approval import (
    EmergencyApproval,
    EmergencyWaiting,
    NamingAnswer,
)
from participants.views.emergency import (
    Emergency,
    EmergencyList,
    EmergencyNote,
    EmergencyReview,
)
from participants.views.leaving import Leaving
from participants.views.ownership import (
    CaseAssignment,
    HandoverAccept,
    HandoverDecline,
    HandoverList,
    HandoverUndo,
    Transfer,
)

urlpatterns = [
    path(
        "participants/<code:code>/assignment/",
        CaseAssignment.as_view(),
        name="assignment",
    ),
    path("participants/<code:code>/transfer/", Transfer.as_view(), name="transfer"),
    path(
        "programmes/<slug:slug>/leaving/<uuid:pk>/",
        Leaving.as_view(),
        name="leaving",
    ),
    path("handovers/", HandoverList.as_view(), name="handovers"),
    path(
        "handovers/<uuid:pk>/accept/",
        HandoverAccept.as_view(),
        name="handover-accept",
    ),
    path(
        "handovers/<uuid:pk>/decline/",
        HandoverDecline.as_view(),
        name="handover-decline",
    ),
    path("handovers/<uuid:pk>/undo/", HandoverUndo.as_view(), name="handover-undo"),
    path(
        "participants/<code:code>/break-glass/",
        Emergency.as_view(),
        name="break-glass",
    ),
    path("emergencies/", EmergencyList.as_view(), name="emergencies"),
    path("emergencies/<uuid:pk>/", EmergencyReview.as_view(), name="emergency-review"),
    path("emergencies/<uuid:pk>/note/", EmergencyNote.as_view(), name="emergency-note"),
    path(
        "emergencies/<uuid:pk>/waiting/",
        EmergencyWaiting.as_view(),
        name="emergency-waiting",
    ),
    path(
        "emergencies/<uuid:pk>/approval/",
        EmergencyApproval.as_view(),
        name="emergency-approval",
    ),
    path("emergencies/names/<uuid:pk>/", NamingAnswer.as_view(), name="naming-answer"),
]
