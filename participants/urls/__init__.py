"""Addresses of the participants app, a module per noun."""

from participants.urls import (
    caseload,
    dossier,
    history,
    livelihood,
    log,
    ownership,
    priorities,
    programme,
)

app_name = "participants"
urlpatterns = [
    *caseload.urlpatterns,
    *dossier.urlpatterns,
    *livelihood.urlpatterns,
    *priorities.urlpatterns,
    *log.urlpatterns,
    *programme.urlpatterns,
    *ownership.urlpatterns,
    *history.urlpatterns,
]
