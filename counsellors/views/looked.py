"""Who looked at a dossier, as a page to print for the person it is about."""

from django.views.generic import TemplateView

from counsellors.forms.looked import LookedForm
from counsellors.looked import looks
from counsellors.models.access_event import Action
from counsellors.views.log_frame import LogFrame


class Looked(LogFrame, TemplateView):
    """By code; a code without lines here and one that isn't ours look the same."""

    tab = "looked"
    template_name = "counsellors/looked.html"

    def get_context_data(self, **kwargs):
        form = LookedForm(self.request.GET or None)
        code = form.cleaned_data["case"] if form.is_valid() else ""
        found = []
        if code:
            with_names = form.cleaned_data["names"]
            found = looks(self.lines(), code, with_names=with_names)
            groups = ["colleagues"] if with_names else []
            self.log([code], len(found), action=Action.PRINT, field_groups=groups)
        return super().get_context_data(form=form, code=code, looks=found, **kwargs)
