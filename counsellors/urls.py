"""Addresses of one's own account, help and the access log."""

from django.urls import path

from counsellors.views.access_log import AccessLog
from counsellors.views.account import Account, Language
from counsellors.views.help import Accessibility, Keys
from counsellors.views.session import EndSessions, Stay, Unlock

app_name = "counsellors"
urlpatterns = [
    path("account/", Account.as_view(), name="account"),
    path("account/stay/", Stay.as_view(), name="stay"),
    path("account/unlock/", Unlock.as_view(), name="unlock"),
    path("account/sessions/end/", EndSessions.as_view(), name="end-sessions"),
    path("language/", Language.as_view(), name="language"),
    path("access-log/", AccessLog.as_view(), name="access-log"),
    path("help/keys/", Keys.as_view(), name="keys"),
    path("accessibility/", Accessibility.as_view(), name="accessibility"),
]
