"""The order of bottlenecks, and the bottlenecks themselves."""

from django.urls import path

from participants.views.bottlenecks import (
    BottleneckClose,
    BottleneckDetail,
    BottleneckEdit,
    BottleneckNew,
    BottleneckReopen,
)
from participants.views.dependencies import DependencyNew, DependencyRemove
from participants.views.moves import Agree, Keep, Move, Undo, UseSuggestion
from participants.views.order_history import History
from participants.views.priorities import Priorities, Review, Why
from participants.views.together import Together

order = "participants/<code:code>/priorities"
bottlenecks = "participants/<code:code>/bottlenecks"
one = f"{bottlenecks}/<uuid:pk>"
urlpatterns = [
    path(f"{order}/", Priorities.as_view(), name="priorities"),
    path(f"{order}/move/", Move.as_view(), name="move"),
    path(f"{order}/undo/", Undo.as_view(), name="undo"),
    path(f"{order}/why/", Why.as_view(), name="why"),
    path(f"{order}/suggestion/", UseSuggestion.as_view(), name="use-suggestion"),
    path(f"{order}/keep/<uuid:pk>/", Keep.as_view(), name="keep"),
    path(f"{order}/together/", Together.as_view(), name="together"),
    path(f"{order}/agree/", Agree.as_view(), name="agree"),
    path(f"{order}/later/", Review.as_view(), name="later-review"),
    path(f"{order}/history/", History.as_view(), name="history"),
    path(f"{bottlenecks}/new/", BottleneckNew.as_view(), name="bottleneck-new"),
    path(f"{one}/", BottleneckDetail.as_view(), name="bottleneck"),
    path(f"{one}/edit/", BottleneckEdit.as_view(), name="bottleneck-edit"),
    path(f"{one}/close/", BottleneckClose.as_view(), name="bottleneck-close"),
    path(f"{one}/reopen/", BottleneckReopen.as_view(), name="bottleneck-reopen"),
    path(f"{one}/waits-on/new/", DependencyNew.as_view(), name="dependency-new"),
    path(
        f"{one}/waits-on/<uuid:dependency>/remove/",
        DependencyRemove.as_view(),
        name="dependency-remove",
    ),
]
