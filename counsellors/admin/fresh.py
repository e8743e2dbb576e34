"""Rights and accounts change for who just showed a second factor."""

from counsellors.second_factor import is_fresh
from counsellors.views.second_factor import ask_again


class FreshFactorAdmin:
    """Asks for a fresh factor before the form of a row, and before an action."""

    def changeform_view(self, request, *args, **kwargs):
        if not is_fresh(request):
            return ask_again(request)
        return super().changeform_view(request, *args, **kwargs)

    def changelist_view(self, request, *args, **kwargs):
        if request.method == "POST" and not is_fresh(request):
            return ask_again(request)
        return super().changelist_view(request, *args, **kwargs)
