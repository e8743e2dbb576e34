"""The doors of logging in, under the names that allauth reverses.

Nobody signs up and nobody keeps other addresses here: what allauth can name but we do
not offer answers 404.
"""

from allauth.account import views as allauth
from django.contrib.auth.decorators import login_not_required
from django.urls import path, re_path, reverse_lazy
from django.views.generic import RedirectView

from counsellors.provider import KEY
from counsellors.views import second_factor as second
from counsellors.views.account import LogIn, LogOut, absent
from counsellors.views.provider import ProviderBack, ProviderStart

to_login = RedirectView.as_view(url=reverse_lazy("account_login"))

urlpatterns = [
    path("login/", LogIn.as_view(), name="account_login"),
    path("provider/", ProviderStart.as_view(), name="provider_start"),
    path(
        "provider/back/",
        ProviderBack.as_view(),
        {"provider_id": KEY},
        name="openid_connect_callback",
    ),
    path("logout/", LogOut.as_view(), name="account_logout"),
    path("password/", allauth.password_change, name="account_change_password"),
    path("password/reset/", allauth.password_reset, name="account_reset_password"),
    path(
        "password/reset/sent/",
        allauth.password_reset_done,
        name="account_reset_password_done",
    ),
    path(
        "password/reset/done/",
        login_not_required(to_login),
        name="account_reset_password_from_key_done",
    ),
    re_path(
        r"^password/reset/(?P<uidb36>[0-9A-Za-z]+)-(?P<key>.+)/$",
        allauth.password_reset_from_key,
        name="account_reset_password_from_key",
    ),
    path("second/", second.Means.as_view(), name="mfa_index"),
    path("second/step/", second.SecondStep.as_view(), name="mfa_authenticate"),
    path("second/again/", second.StepUp.as_view(), name="mfa_reauthenticate"),
    path("second/app/", second.AddApp.as_view(), name="mfa_activate_totp"),
    path("second/app/remove/", second.RemoveApp.as_view(), name="mfa_deactivate_totp"),
    path("second/key/", second.AddKey.as_view(), name="mfa_add_webauthn"),
    path(
        "second/keys/<int:pk>/remove/",
        second.RemoveKey.as_view(),
        name="mfa_remove_webauthn",
    ),
    path("second/codes/", second.Codes.as_view(), name="mfa_view_recovery_codes"),
    path(
        "second/codes/new/",
        second.NewCodes.as_view(),
        name="mfa_generate_recovery_codes",
    ),
    path("signup/", absent, name="account_signup"),
    path("email/", absent, name="account_email"),
    path("inactive/", absent, name="account_inactive"),
    path("password/set/", absent, name="account_set_password"),
]
