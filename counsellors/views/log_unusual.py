"""What in a month of the access log asks for a question."""

from datetime import date

from django.views.generic import TemplateView

from counsellors import months
from counsellors.unusual import findings
from counsellors.views.log_frame import LogFrame

SHOWN_MONTHS = 6


class Unusual(LogFrame, TemplateView):
    """The findings of one month; another month is chosen by a link."""

    tab = "unusual"
    template_name = "counsellors/log_unusual.html"

    def get_context_data(self, **kwargs):
        chosen = months.last_months(SHOWN_MONTHS)
        month = self.asked_month(chosen)
        starts_at, ends_at = months.bounds(month)
        lines = self.lines().filter(at__gte=starts_at, at__lt=ends_at)
        found = findings(lines.order_by())
        self.log([finding.code for finding in found], len(found))
        return super().get_context_data(
            findings=found, month=month, months=chosen, **kwargs
        )

    def asked_month(self, chosen):
        """The month in the address, if it is one that can be chosen; else this one."""
        try:
            asked = date.fromisoformat(self.request.GET.get("month", ""))
        except ValueError:
            return chosen[0]
        return asked if asked in chosen else chosen[0]
