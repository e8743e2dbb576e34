from django.urls import path

from participants.views.agency_contacts import ContactDetail, ContactEdit, ContactNew
from participants.views.appointments import (
    AppointmentCancel,
    AppointmentMove,
    AppointmentNew,
)
from participants.views.drafts import DraftList, DraftRemove, DraftWrite
from participants.views.sessions import (
    AddendumNew,
    SessionDetail,
    SessionEdit,
    SessionNew,
)

session = "participants/<code:code>/sessions"
contact = "participants/<code:code>/contacts"
appointment = "participants/<code:code>/appointments"
urlpatterns = [
    path(f"{session}/new/", SessionNew.as_view(), name="session-new"),
    path(f"{session}/<uuid:pk>/", SessionDetail.as_view(), name="session"),
    path(f"{session}/<uuid:pk>/edit/", SessionEdit.as_view(), name="session-edit"),
    path(f"{session}/<uuid:pk>/add/", AddendumNew.as_view(), name="addendum-new"),
    path(f"{contact}/new/", ContactNew.as_view(), name="contact-new"),
    path(f"{contact}/<uuid:pk>/", ContactDetail.as_view(), name="contact"),
    path(f"{contact}/<uuid:pk>/edit/", ContactEdit.as_view(), name="contact-edit"),
    path(f"{appointment}/new/", AppointmentNew.as_view(), name="appointment-new"),
    path(
        f"{appointment}/<uuid:pk>/move/",
        AppointmentMove.as_view(),
        name="appointment-move",
    ),
    path(
        f"{appointment}/<uuid:pk>/cancel/",
        AppointmentCancel.as_view(),
        name="appointment-cancel",
    ),
    path("drafts/", DraftList.as_view(), name="drafts"),
    path("drafts/write/", DraftWrite.as_view(), name="draft-write"),
    path(
        "participants/<code:code>/drafts/<uuid:pk>/remove/",
        DraftRemove.as_view(),
        name="draft-remove",
    ),
]
