from django.urls import path

from participants.views.overview import Overview

urlpatterns = [
    path("participants/<code:code>/", Overview.as_view(), name="overview"),
]
