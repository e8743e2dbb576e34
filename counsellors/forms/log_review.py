"""The sample of a month, line by line."""

from django import forms
from django.utils.translation import gettext_lazy as _

from counsellors.models.log_review import Verdict
from exitprog.forms import Segments


class SampleForm(forms.Form):
    """Two fields for each line that `by` may judge; what is left empty stays as it is.

    `lines` are those of the sample, `judged` the verdicts that count now, by line.
    """

    def __init__(self, *args, lines, judged, by, **kwargs):
        super().__init__(*args, **kwargs)
        self.lines = [line for line in lines if line.actor_id != by.pk]
        self.judged = judged
        for line in self.lines:
            verdict = judged.get(line.pk)
            self.fields[f"verdict-{line.pk}"] = forms.ChoiceField(
                label=_("What do you find?"),
                choices=Verdict,
                required=False,
                widget=Segments,
                initial=verdict and verdict.verdict,
            )
            self.fields[f"note-{line.pk}"] = forms.CharField(
                label=_("Note"),
                max_length=500,
                required=False,
                initial=verdict and verdict.note,
            )

    def clean(self):
        for line in self.lines:
            verdict, note = self.answer(line)
            if verdict == Verdict.ASKED and not note:
                self.add_error(f"note-{line.pk}", _("Write what you asked, and whom."))
            elif note and not verdict:
                self.add_error(f"verdict-{line.pk}", _("Choose what you find of it."))
        return self.cleaned_data

    def answer(self, line):
        names = f"verdict-{line.pk}", f"note-{line.pk}"
        return tuple(self.cleaned_data.get(name, "") for name in names)

    def new_verdicts(self):
        """(line, verdict, note) of each line whose answer is not what counts now."""
        for line in self.lines:
            verdict, note = self.answer(line)
            counts = self.judged.get(line.pk)
            if verdict and (
                not counts or (counts.verdict, counts.note) != (verdict, note)
            ):
                yield line, verdict, note

    def rows(self):
        """Each line with its two fields."""
        for line in self.lines:
            yield line, self[f"verdict-{line.pk}"], self[f"note-{line.pk}"]
