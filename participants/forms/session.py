"""The form for a new session: the note, what it was about, the safe contact."""

from dataclasses import dataclass

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from exitprog.forms import Segments
from participants.forms.log import TouchedField
from participants.forms.note import ORDER, NoteForm
from participants.models.bottleneck import Bottleneck, Severity
from participants.models.safe_contact import Level
from participants.models.session import Change, StillRight, Touched
from participants.safety_rules import safety_rules

BY_BOTTLENECK = ("change_", "severity_")


class SessionForm(NoteForm):
    """A new session: the note, the bottlenecks, the safe contact.

    `order` is the held order of these bottlenecks, for what was solved.
    """

    safe_contact_right = forms.ChoiceField(
        label=_("Is the safe contact still right?"),
        choices=StillRight,
        required=False,
        widget=Segments,
    )

    def __init__(self, *args, bottlenecks, safe_contact, order=None, **kwargs):
        super().__init__(*args, **kwargs)
        self.bottlenecks, self.safe_contact = bottlenecks, safe_contact
        self.order = order
        self.fields["touched"] = TouchedField(
            bottlenecks, label=_("What was it about?")
        )
        for bottleneck in bottlenecks:
            self.add_change(bottleneck)
        asked = [name for name in self.fields if name.startswith(BY_BOTTLENECK)]
        self.order_fields([*ORDER[:-1], *asked, *ORDER[-1:]])
        asked = kwargs.get("initial") or {}
        self.initial["interpreter"] = asked.get("interpreter")
        if safe_contact.level == Level.NOT_ASKED:
            self.ask_first_time(self.fields["safe_contact_right"])

    def add_change(self, bottleneck):
        key, title = bottleneck.pk, bottleneck.short_title
        self.fields[f"change_{key}"] = forms.ChoiceField(
            label=gettext("%(title)s: since last time") % {"title": title},
            choices=Change,
            required=False,
            widget=Segments,
        )
        self.fields[f"severity_{key}"] = forms.TypedChoiceField(
            label=gettext("%(title)s: how bad is it now?") % {"title": title},
            choices=severity_choices(bottleneck.severity),
            coerce=int,
            empty_value=None,
            required=False,
        )

    def ask_first_time(self, field):
        """Nothing was asked before, so nothing can still be right."""
        field.label = _("Did you ask about safe contact?")
        field.choices = [
            (StillRight.CHANGED, _("Yes, I note it after saving")),
            (StillRight.NOT_ASKED, StillRight.NOT_ASKED.label),
        ]

    @property
    def safe_contact_rules(self):
        return " · ".join(rule.text for rule in safety_rules(self.safe_contact))

    def rows(self):
        """The chips, each with what is asked once it is chosen."""
        chips = self["touched"].subwidgets
        for bottleneck, chip in zip(self.bottlenecks, chips, strict=True):
            key = bottleneck.pk
            yield ChipRow(
                bottleneck, chip, self[f"change_{key}"], self[f"severity_{key}"]
            )

    def clean_missed(self, cleaned):
        super().clean_missed(cleaned)
        for name in list(self.errors):
            if name.startswith((*BY_BOTTLENECK, "touched", "safe_contact_right")):
                del self.errors[name]
        cleaned.update(touched=[], safe_contact_right="")

    def clean_held(self, cleaned):
        super().clean_held(cleaned)
        for bottleneck in cleaned.get("touched", []):
            self.check_severity(bottleneck, cleaned)
        is_acute = self.safe_contact.level == Level.ACUTE
        if is_acute and cleaned.get("safe_contact_right") == "":
            self.add_error(
                "safe_contact_right", _("Choose an answer: the threat is acute.")
            )

    def check_severity(self, bottleneck, cleaned):
        key, now = f"severity_{bottleneck.pk}", bottleneck.severity
        severity = cleaned.get(key) or now
        change = cleaned.get(f"change_{bottleneck.pk}")
        if change == Change.BETTER and severity > now:
            self.add_error(key, _("You chose better, and this is more severe."))
        if change == Change.WORSE and severity < now:
            self.add_error(key, _("You chose worse, and this is less severe."))

    def touches(self):
        cleaned = self.cleaned_data
        return [
            touched(
                bottleneck,
                cleaned[f"change_{bottleneck.pk}"],
                cleaned[f"severity_{bottleneck.pk}"],
            )
            for bottleneck in cleaned["touched"]
        ]

    def save(self):
        answer = self.cleaned_data["safe_contact_right"]
        self.instance.safe_contact_right = answer
        confirmed = self.safe_contact if answer == StillRight.YES else None
        self.instance.log(self.touches(), confirmed, self.order)
        return self.instance


@dataclass(frozen=True)
class ChipRow:
    bottleneck: Bottleneck
    chip: forms.boundfield.BoundWidget
    change: forms.BoundField
    severity: forms.BoundField


def touched(bottleneck, change, severity):
    """A new severity counts only where it got better or worse."""
    moved = change in {Change.BETTER, Change.WORSE}
    return Touched(bottleneck, change, severity if moved else None)


def severity_choices(present):
    """All five, the present one marked; empty leaves it as it is."""
    words = {level: f"{level} {word}" for level, word in Severity.choices}
    words[present] = gettext("%(severity)s (now)") % {"severity": words[present]}
    return [("", _("Unchanged")), *words.items()]
