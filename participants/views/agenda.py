"""The agenda of a week."""

from datetime import timedelta

from counsellors.models.access_event import Action
from participants.agenda import SATURDAY, items, start_of, week_of
from participants.caseload import caseload
from participants.models import Appointment
from participants.views.caseload import CaseloadPage

WEEK = timedelta(days=7)


class Agenda(CaseloadPage):
    """What is planned with the own participants in a week; `?week=2026-W20`."""

    template_name = "participants/day/agenda.html"

    def get_context_data(self, **kwargs):
        monday = week_of(self.request.GET.get("week", ""))
        found = self.items(monday)
        self.log_rows(
            Action.LIST, {item.row.trajectory.pk: item.row for item in found}.values()
        )
        return super().get_context_data(
            days=days_of(monday, found),
            monday=monday,
            sunday=monday + timedelta(days=6),
            earlier=f"{monday - WEEK:%G-W%V}",
            later=f"{monday + WEEK:%G-W%V}",
            count=len(found),
            **kwargs,
        )

    def items(self, monday):
        user = self.request.user
        rows = Appointment.objects.guided_by(user).standing()
        rows = rows.between(start_of(monday), start_of(monday + WEEK))
        return items(rows.select_related("about", "session"), caseload(user))


def days_of(monday, found):
    """(day, lines) of each weekday; of the weekend only what has lines."""
    days = [monday + timedelta(days=number) for number in range(7)]
    lines = [(day, [item for item in found if item.day == day]) for day in days]
    return [(day, on) for day, on in lines if on or day.weekday() < SATURDAY]
