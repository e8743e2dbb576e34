from django.urls import path

app_name = "counsellors"
urlpatterns = []
