"""Every address of Koers."""

from django.contrib import admin
from django.urls import include, path, register_converter

from exitprog import views
from participants.converters import CodeConverter

register_converter(CodeConverter, "code")

urlpatterns = [
    path("", include("participants.urls")),
    path("", include("counsellors.urls")),
    path("accounts/", include("counsellors.account_urls")),
    path("agencies/", include("agencies.urls")),
    path("admin/", admin.site.urls),
    path(".well-known/security.txt", views.security_txt, name="security-txt"),
    path("healthz", views.healthz, name="healthz"),
]
handler400 = views.bad_request
handler403 = views.permission_denied
handler404 = views.page_not_found
handler500 = views.server_error
