"""Forms for a contact with an agency: logging one, and mending it that day."""

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from exitprog.forms import DateInput, Segments, TextArea, VersionField
from participants.forms.agency_choices import (
    AgencySelect,
    agency_facts,
    agency_groups,
    answer_label,
    moving_choices,
    person_groups,
    without_blank,
)
from participants.forms.log import CheckedDays, RowField, TouchedField
from participants.models import AgencyContact
from participants.models.agency_contact import ContactChannel, Outcome

CHANNEL_ICONS = {channel: channel for channel in ContactChannel.values}
NOT_REACHED = _("You did not reach them: leave this empty.")


class ContactNoteForm(CheckedDays, forms.ModelForm):
    """What was said, and what comes of it. An attempt promises and answers nothing.

    `sharing` holds the consents in force by agency: without one no name was said.
    """

    coming_days = ("answer_due", "next_action_on")
    said_by_them = ["promise", "answer_due"]

    class Meta:
        model = AgencyContact
        fields = [
            "contact_person",
            "channel",
            "direction",
            "outcome",
            "on",
            "what_was_said",
            "promise",
            "answer_due",
            "next_action",
            "next_action_on",
            "is_named",
        ]
        labels = {
            "channel": _("How"),
            "direction": _("Who took the initiative?"),
            "outcome": _("Did you reach them?"),
            "on": _("Date"),
            "what_was_said": _("What was said"),
            "promise": _("What did they promise?"),
            "answer_due": _("Answer expected by"),
            "next_action": _("What do you do next?"),
            "next_action_on": _("On"),
            "is_named": _("I said who it is about"),
        }
        error_messages = {
            "channel": {"required": _("Choose how you had contact.")},
            "outcome": {"required": _("Choose whether you reached them.")},
            "direction": {"required": _("Choose who took the initiative.")},
            "on": {"required": _("Choose the date.")},
        }
        widgets = {
            "channel": Segments(icons=CHANNEL_ICONS),
            "direction": Segments,
            "outcome": Segments,
            "on": DateInput,
            "what_was_said": TextArea(rows=3),
            "promise": forms.TextInput(attrs={"autocomplete": "off"}),
            "answer_due": DateInput,
            "next_action": forms.TextInput(attrs={"autocomplete": "off"}),
            "next_action_on": DateInput,
        }

    def __init__(self, *args, participant, agencies, sharing, **kwargs):
        super().__init__(*args, **kwargs)
        self.participant, self.sharing = participant, sharing
        persons = [row for agency in agencies for row in agency.contact_persons.all()]
        self.fields["contact_person"] = RowField(
            persons,
            label=_("With whom"),
            choices=[("", _("Nobody in particular")), *person_groups(agencies)],
            required=False,
            error_messages={"invalid_choice": _("Choose someone from the list.")},
        )
        for name in ("channel", "outcome"):
            without_blank(self.fields[name])

    def agency(self):
        return self.instance.agency

    def clean(self):
        cleaned = super().clean()
        self.check_coming_days()
        self.check_outcome(cleaned)
        if agency := self.agency():
            self.check_person(cleaned.get("contact_person"), agency)
            self.check_sharing(cleaned.get("is_named"), agency)
        return cleaned

    def check_outcome(self, cleaned):
        if cleaned.get("outcome") == Outcome.ATTEMPT:
            for name in self.said_by_them:
                if cleaned.get(name):
                    self.add_error(name, NOT_REACHED)
        elif cleaned.get("what_was_said") == "":
            self.add_error(
                "what_was_said", _("Write what was said. One sentence is enough.")
            )

    def check_person(self, person, agency):
        if person and person.agency_id != agency.pk:
            self.add_error(
                "contact_person",
                gettext("Choose someone of %(agency)s.") % {"agency": agency},
            )

    def check_sharing(self, is_named, agency):
        self.instance.consent = self.sharing.get(agency.pk) if is_named else None
        if is_named and not self.instance.consent:
            self.add_error("is_named", sharing_gate(self.participant, agency))


class ContactForm(ContactNoteForm):
    """A new contact: which agency, which bottlenecks, and who moves now."""

    said_by_them = [*ContactNoteForm.said_by_them, "answers"]

    field_order = ["agency", "contact_person", "touched"]

    def __init__(self, *args, bottlenecks, known, life_area, awaited, **kwargs):
        super().__init__(*args, **kwargs)
        self.bottlenecks = bottlenecks
        self.add_agency(kwargs["agencies"], known, life_area)
        self.fields["touched"] = TouchedField(
            bottlenecks, label=_("What was it about?")
        )
        self.add_answers(awaited)
        self.fields["moves_now"] = forms.ChoiceField(
            label=_("Who moves now?"),
            choices=moving_choices(self.participant),
            required=False,
            widget=Segments,
        )
        self.order_fields(self.field_order)

    def add_agency(self, agencies, known, life_area):
        groups = agency_groups(agencies, known, life_area)
        field = RowField(
            agencies,
            label=_("Agency"),
            choices=[("", _("Choose an agency")), *groups],
            widget=AgencySelect,
            error_messages={
                "required": _("Choose the agency."),
                "invalid_choice": _("Choose an agency from the list."),
            },
        )
        field.widget.facts = agency_facts(agencies, self.sharing, life_area)
        self.fields["agency"] = field

    def add_answers(self, awaited):
        self.fields["answers"] = RowField(
            awaited,
            label=_("Is this the answer to an earlier contact?"),
            choices=[("", _("No")), *((row.pk, answer_label(row)) for row in awaited)],
            required=False,
            error_messages={"invalid_choice": _("Choose a contact from the list.")},
        )

    def rows(self):
        """Each open bottleneck with its chip."""
        return zip(self.bottlenecks, self["touched"].subwidgets, strict=True)

    def agency(self):
        return self.cleaned_data.get("agency")

    def clean(self):
        cleaned = super().clean()
        answered = cleaned.get("answers")
        if answered and self.agency() and answered.agency_id != self.agency().pk:
            self.add_error("answers", _("Another agency promised this."))
        if cleaned.get("moves_now") and cleaned.get("touched") == []:
            self.add_error(
                "touched", _("Choose which bottleneck waits for whom you chose.")
            )
        return cleaned

    def save(self):
        cleaned = self.cleaned_data
        self.instance.agency = cleaned["agency"]
        self.instance.answers = cleaned["answers"]
        self.instance.log(cleaned["touched"], cleaned["moves_now"])
        return self.instance


class ContactEditForm(ContactNoteForm):
    version = VersionField()

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.initial["version"] = self.instance.version

    def save(self):
        self.instance.save_over(self.cleaned_data["version"])
        return self.instance


def sharing_gate(participant, agency):
    words = {"name": participant.alias, "agency": agency}
    return (
        gettext("%(name)s has not agreed to sharing with %(agency)s. Ask first.")
        % words
    )
