"""The access log, for the privacy officers of its programmes."""

from django.views.generic import TemplateView

from counsellors.forms.access_log import AccessLogForm
from counsellors.log_pages import read_page
from counsellors.views.log_frame import LogFrame


class AccessLog(LogFrame, TemplateView):
    """All lines, newest first, narrowed by what was asked."""

    tab = "lines"
    template_name = "counsellors/access_log.html"

    def get_context_data(self, **kwargs):
        asked = self.request.GET
        form = AccessLogForm(asked, user=self.request.user)
        rows = form.narrow(self.lines()).with_names()
        page = read_page(rows, asked.get("after", ""), asked.get("before", ""))
        self.log_lines(page.lines)
        return super().get_context_data(form=form, page=page, **kwargs)

    def log_lines(self, lines):
        for office in self.offices:
            mine = {office.programme_id, None}
            shown = [line for line in lines if line.programme_id in mine]
            codes = [line.case_code for line in shown]
            self.log(codes, len(shown), {office.programme_id})
