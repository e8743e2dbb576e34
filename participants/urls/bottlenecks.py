"""One bottleneck: naming, mending, closing it, and what it waits on."""

from django.urls import path

from participants.views.bottlenecks import (
    BottleneckClosure,
    BottleneckDetail,
    BottleneckEdit,
    BottleneckNew,
    BottleneckReopening,
)
from participants.views.dependencies import DependencyNew, DependencyRemoval

ROW = "participants/<code:code>/bottlenecks/<uuid:pk>/"

urlpatterns = [
    path(
        "participants/<code:code>/bottlenecks/new/",
        BottleneckNew.as_view(),
        name="bottleneck-new",
    ),
    path(ROW, BottleneckDetail.as_view(), name="bottleneck"),
    path(f"{ROW}edit/", BottleneckEdit.as_view(), name="bottleneck-edit"),
    path(f"{ROW}close/", BottleneckClosure.as_view(), name="bottleneck-close"),
    path(f"{ROW}reopen/", BottleneckReopening.as_view(), name="bottleneck-reopen"),
    path(f"{ROW}waits-on/", DependencyNew.as_view(), name="dependency-new"),
    path(
        f"{ROW}waits-on/<uuid:edge>/remove/",
        DependencyRemoval.as_view(),
        name="dependency-remove",
    ),
]
