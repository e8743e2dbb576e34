"""Addresses of one's own account, help and the access log."""

from django.urls import path

from counsellors.views.access_log import AccessLog
from counsellors.views.account import Account, Language
from counsellors.views.help import Accessibility, Keys
from counsellors.views.log_review import Review, ReviewBegin, ReviewClose, ReviewList
from counsellors.views.log_unusual import Unusual
from counsellors.views.looked import Looked
from counsellors.views.session import EndSessions, Stay, Unlock

app_name = "counsellors"
urlpatterns = [
    path("account/", Account.as_view(), name="account"),
    path("account/stay/", Stay.as_view(), name="stay"),
    path("account/unlock/", Unlock.as_view(), name="unlock"),
    path("account/sessions/end/", EndSessions.as_view(), name="end-sessions"),
    path("language/", Language.as_view(), name="language"),
    path("access-log/", AccessLog.as_view(), name="access-log"),
    path("access-log/unusual/", Unusual.as_view(), name="log-unusual"),
    path("access-log/looked/", Looked.as_view(), name="log-looked"),
    path("access-log/samples/", ReviewList.as_view(), name="log-reviews"),
    path("access-log/samples/new/", ReviewBegin.as_view(), name="log-review-new"),
    path("access-log/samples/<uuid:pk>/", Review.as_view(), name="log-review"),
    path(
        "access-log/samples/<uuid:pk>/close/",
        ReviewClose.as_view(),
        name="log-review-close",
    ),
    path("help/keys/", Keys.as_view(), name="keys"),
    path("accessibility/", Accessibility.as_view(), name="accessibility"),
]
