"""What a bottleneck waits on."""

from django import forms
from django.utils.translation import gettext_lazy as _

from agencies.models import Strength
from exitprog.forms import SectionsMixin, Segments, TextArea, with_capitals
from participants.models import Dependency
from participants.order_words import numbered


class DependencyForm(SectionsMixin, forms.Form):
    """One of the other open bottlenecks, how strict it is, and why."""

    blocker = forms.ChoiceField(
        label=_("What comes first?"),
        error_messages={"required": _("Choose what comes first.")},
    )
    kind = forms.ChoiceField(
        label=_("How strict is it?"),
        choices=with_capitals(Strength.choices),
        initial=Strength.HARD,
        error_messages={"required": _("Choose how strict it is.")},
        widget=Segments,
    )
    reason = forms.CharField(
        label=_("Why?"),
        max_length=200,
        required=False,
        widget=TextArea(rows=2),
        help_text=_("One sentence. It stands beside the suggestion."),
    )

    def __init__(self, *args, blocked, others, **kwargs):
        super().__init__(*args, **kwargs)
        self.blocked = blocked
        self.others = {str(row.pk): row for row in others}
        self.fields["blocker"].choices = [
            ("", "—"),
            *((key, numbered(row)) for key, row in self.others.items()),
        ]

    def save(self, by):
        """Raises CycleError when the two already wait the other way round."""
        return Dependency.record(
            self.others[self.cleaned_data["blocker"]],
            self.blocked,
            by=by,
            kind=self.cleaned_data["kind"],
            reason=self.cleaned_data["reason"],
        )
