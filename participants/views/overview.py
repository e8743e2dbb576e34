"""The first page of a dossier: two minutes of reading before a visit."""

from django.views.generic import TemplateView

from participants import permissions
from participants.area_lines import area_lines
from participants.consent_words import sharing_sentence
from participants.daytime_words import days_of
from participants.gathered import gathered
from participants.income_words import IncomeCard
from participants.involved import involved
from participants.models import (
    Assessment,
    Bottleneck,
    Consent,
    DaytimeActivity,
    Income,
)
from participants.models.bottleneck import Lane
from participants.phase_steps import phase_steps
from participants.timeline_entries import newest_entries
from participants.views.dossier import DossierMixin

HAPPENED = ("session", "appointment", "contact", "phase")
NEWEST = 5


class Overview(DossierMixin, TemplateView):
    rule = permissions.can_read
    field_groups = (
        "titles",
        "notes",
        "contact",
        "words",
        "assessments",
        "income",
        "daytime",
    )
    frame = ("with_frame", "with_overview")
    tab = "overview"
    template_name = "participants/overview/overview.html"

    def get_context_data(self, **kwargs):
        user, trajectory = self.request.user, self.trajectory
        bottlenecks = self.bottlenecks()
        consents = self.consents()
        return super().get_context_data(
            now=[row for row in bottlenecks if row.lane == Lane.NOW],
            areas=area_lines(gathered(Assessment, trajectory.all_scores)),
            incomes=[
                IncomeCard(row) for row in gathered(Income, trajectory.running_incomes)
            ],
            days=days_of(gathered(DaytimeActivity, trajectory.running_activities)),
            entries=newest_entries(user, trajectory, HAPPENED, NEWEST),
            steps=phase_steps(trajectory),
            agencies=involved(user, trajectory, bottlenecks),
            consents=consents,
            sharing=sharing_sentence(consents, self.participant),
            **kwargs,
        )

    def bottlenecks(self):
        rows = Bottleneck.objects.visible_to(self.request.user)
        rows = rows.filter(trajectory=self.trajectory).in_order()
        return list(rows.select_related("waiting_agency"))

    def consents(self):
        rows = Consent.objects.visible_to(self.request.user).in_force()
        rows = rows.filter(participant=self.participant)
        return list(rows.select_related("agency"))
