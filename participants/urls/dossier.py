"""The dossier itself: overview, life areas, safe contact, consents, timeline."""

from django.urls import path

from participants.views.overview import Overview
from participants.views.timeline import Timeline

urlpatterns = [
    path("participants/<code:code>/", Overview.as_view(), name="overview"),
    path("participants/<code:code>/timeline/", Timeline.as_view(), name="timeline"),
]
