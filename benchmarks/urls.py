"""The addresses of Koers, and the floor."""

from django.urls import include, path

from benchmarks.floor import floor

urlpatterns = [
    path("floor/<int:size>/", floor, name="floor"),
    path("", include("exitprog.urls")),
]
