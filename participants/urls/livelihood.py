"""What she lives on and what fills her days."""

from django.urls import path

from participants.views.daytime import (
    DaytimeEdit,
    DaytimeEnd,
    DaytimeList,
    DaytimeNew,
)
from participants.views.income import IncomeEdit, IncomeEnd, IncomeList, IncomeNew

income = "participants/<code:code>/income"
daytime = "participants/<code:code>/daytime"
urlpatterns = [
    path(f"{income}/", IncomeList.as_view(), name="income"),
    path(f"{income}/new/", IncomeNew.as_view(), name="income-new"),
    path(f"{income}/<uuid:pk>/edit/", IncomeEdit.as_view(), name="income-edit"),
    path(f"{income}/<uuid:pk>/end/", IncomeEnd.as_view(), name="income-end"),
    path(f"{daytime}/", DaytimeList.as_view(), name="daytime"),
    path(f"{daytime}/new/", DaytimeNew.as_view(), name="daytime-new"),
    path(f"{daytime}/<uuid:pk>/edit/", DaytimeEdit.as_view(), name="daytime-edit"),
    path(f"{daytime}/<uuid:pk>/end/", DaytimeEnd.as_view(), name="daytime-end"),
]
