from django.urls import path

from participants.views.home import Home

urlpatterns = [path("", Home.as_view(), name="home")]
