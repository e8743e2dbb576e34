"""Pages that explain: which keys there are, and for whom this works."""

from django.contrib.auth.decorators import login_not_required
from django.utils.decorators import method_decorator
from django.views.generic import TemplateView

from exitprog.access import RuleMixin, anyone


class Keys(RuleMixin, TemplateView):
    rule = anyone
    template_name = "counsellors/keys.html"


@method_decorator(login_not_required, name="dispatch")
class Accessibility(RuleMixin, TemplateView):
    """Open to everyone: who can't log in needs it most."""

    rule = anyone
    template_name = "counsellors/accessibility.html"
