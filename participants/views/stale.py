"""When someone else was first: both texts, who and when, and a way on for each."""

from django.forms import ModelForm
from django.utils.translation import gettext as _
from django.views.generic import FormView

from counsellors.once import OnceMixin
from exitprog.conflict import (
    ConflictError,
    Side,
    as_typed,
    sides,
    typed_again,
    who_was_first,
)
from exitprog.records import StaleVersionError
from participants.change_words import since
from participants.views.draft_form import DraftMixin, LongNewForm


class StalePage:
    """Says what a record holds now that someone else saved it, and what was typed."""

    def stale_page(self, form, current):
        """Both texts of what differs; of a verb, what was changed in the meantime."""
        if isinstance(form, ModelForm):
            theirs, yours = sides(self.stored_form(form, current), form)
        else:
            theirs, yours = self.meanwhile(form, current), as_typed(form)
        return ConflictError(
            self.who_came_first(current),
            theirs=theirs,
            yours=yours,
            again=typed_again(self.request, form, current.version),
            back_url=self.back_when_stale(),
        )

    def stored_form(self, form, current):
        """The form as it would show the record now."""
        unsent = {"data": None, "files": None, "instance": current}
        return type(form)(**self.get_form_kwargs() | unsent)

    def meanwhile(self, form, current):
        """What was changed in the record since the version that the form showed."""
        states = current.events.visible_to(self.request.user).newest_first()
        seen = form.cleaned_data["version"]
        later = list(states.filter(version__gt=seen))
        before = states.filter(version__lte=seen).first()
        details = since([*later, before] if before else later)
        return [Side(detail.label, detail.after) for detail in details]

    def who_came_first(self, current):
        states = current.events.visible_to(self.request.user).newest_first()
        newest = states.select_related("pgh_by").first()
        facts = (newest.pgh_by, newest.pgh_created_at) if newest else (None, None)
        lost = _("Your text is not saved.")
        return f"{who_was_first(*facts)} {lost}"

    def back_when_stale(self):
        return self.request.path


class SavesOverMixin(StalePage):
    """A form over a record that others can change too.

    `carry_out` does what is asked; it gets the version that the form showed, and
    raises when that is not the stored one.
    """

    def form_valid(self, form):
        try:
            return self.carry_out(form, form.cleaned_data["version"])
        except StaleVersionError as stale:
            raise self.stale_page(form, stale.current) from stale


class SavesOver(SavesOverMixin, OnceMixin, FormView):
    pass


class SavesLongFormOver(SavesOverMixin, LongNewForm):
    pass


class StaleForms(StalePage, DraftMixin):
    """For a page of several forms."""
