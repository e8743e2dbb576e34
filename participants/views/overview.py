"""The first page of a dossier: two minutes of reading before a visit."""

from django.views.generic import TemplateView

from participants import permissions
from participants.views.dossier import DossierMixin


class Overview(DossierMixin, TemplateView):
    rule = permissions.can_read
    field_groups = ("notes", "contact")
    tab = "overview"
    template_name = "participants/overview/overview.html"
