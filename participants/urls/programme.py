"""Pages of a whole programme."""

from django.urls import path

from participants.views.programme import ProgrammeCaseload

urlpatterns = [
    path(
        "programmes/<slug:slug>/caseload/",
        ProgrammeCaseload.as_view(),
        name="programme-caseload",
    ),
]
