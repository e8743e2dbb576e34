"""The history of each record that can be changed."""

from django.urls import path

from participants.models import (
    AgencyContact,
    Appointment,
    Bottleneck,
    Consent,
    DaytimeActivity,
    Flag,
    Income,
    Participant,
    Session,
    Trajectory,
)
from participants.views.change_history import ChangeHistory, FactsHistory

HISTORIES = [
    # name, where it stands, the record, the page to go back to, what it shows
    ("trajectory", "trajectory/", Trajectory, "overview", ["alias", "words"]),
    ("bottleneck", "bottlenecks/", Bottleneck, "bottleneck", ["titles", "notes"]),
    ("session", "sessions/", Session, "session", ["notes", "words"]),
    ("contact", "contacts/", AgencyContact, "contact", ["notes"]),
    ("appointment", "appointments/", Appointment, "overview", ["titles", "safety"]),
    ("consent", "consents/", Consent, "consents", ["consents"]),
    ("income", "income/", Income, "income", ["income"]),
    ("daytime", "daytime/", DaytimeActivity, "daytime", ["daytime"]),
    ("flag", "flags/", Flag, "flags", ["notes"]),
]


def address(place, model):
    key = "" if model is Trajectory else "<uuid:pk>/"
    return f"participants/<code:code>/{place}{key}history/"


urlpatterns = [
    path(
        "participants/<code:code>/history/",
        FactsHistory.as_view(model=Participant, back="edit", field_groups=["alias"]),
        name="participant-history",
    ),
    *(
        path(
            address(place, model),
            ChangeHistory.as_view(model=model, back=back, field_groups=groups),
            name=f"{name}-history",
        )
        for name, place, model, back, groups in HISTORIES
    ),
]
