"""The directory of agencies and the page of one."""

from django.db.models import Prefetch
from django.http import Http404
from django.views.generic import DetailView, ListView

from agencies import permissions
from agencies.directory import KEYS, BadPageError, Page, with_facts
from agencies.filters import AgencyFilter
from agencies.models import Agency, ContactPerson, MeasuredWait, Service
from exitprog.access import RuleMixin, VisibleMixin
from exitprog.languages import SpokenLanguage


class AgencyList(RuleMixin, VisibleMixin, ListView):
    """Agencies in use. Who asks for a life area sees first who has room soonest."""

    rule = permissions.can_read_directory
    model = Agency
    template_name = "agencies/agency_list.html"

    def get_context_data(self, **kwargs):
        asked = self.request.GET
        narrowed = AgencyFilter(asked, self.get_queryset().in_use())
        usual = "wait" if narrowed.life_area_asked else "name"
        sort = asked.get("sort") if asked.get("sort") in KEYS else usual
        found = with_facts(narrowed.qs, narrowed.life_area_asked)
        if not narrowed.is_valid():
            found = found.none()
        page = Page(found, sort, asked.get("after", ""))
        return super().get_context_data(
            filter=narrowed,
            sort=sort,
            rows=self.rows(page),
            next_key=page.next_key,
            is_first=not page.after,
            **kwargs,
        )

    def rows(self, page):
        try:
            return page.rows
        except BadPageError as error:
            raise Http404 from error


class AgencyDetail(RuleMixin, VisibleMixin, DetailView):
    """One agency, retired ones too: what was logged about it still leads here."""

    rule = permissions.can_read_directory
    model = Agency
    template_name = "agencies/agency_detail.html"

    def get_queryset(self):
        user = self.request.user
        measured = MeasuredWait.objects.order_by("-as_of")
        services = Service.objects.visible_to(user).running()
        services = services.prefetch_related(Prefetch("measured_waits", measured))
        persons = ContactPerson.objects.visible_to(user).present()
        agencies = super().get_queryset().select_related("merged_into")
        return agencies.prefetch_related(
            "municipalities",
            Prefetch("services", services),
            Prefetch("contact_persons", persons),
            Prefetch("measured_waits", measured),
        )

    def get_context_data(self, **kwargs):
        languages = [SpokenLanguage(code).label for code in self.object.languages]
        return super().get_context_data(languages=languages, **kwargs)
