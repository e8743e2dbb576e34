"""How she may be reached without danger: each saving of the form is a new row."""

from crispy_forms.layout import Div
from django import forms
from django.utils.translation import gettext_lazy as _

from exitprog.forms import (
    DateInput,
    Picks,
    SectionsMixin,
    Segments,
    TextArea,
    TimeInput,
)
from participants.forms.log import check_past_day
from participants.models import SafeContact
from participants.models.safe_contact import Channel, CheckedHow, Level, Weekday

ICONS = {level: level for level in Level.values}
WORDS = ["say_who", "visit_rule", "code_word", "phone"]


class YesNo(forms.TypedChoiceField):
    """Yes, no, or not asked; not asked is nothing, and never a no."""

    def __init__(self, label):
        super().__init__(
            label=label,
            choices=[("yes", _("Yes")), ("no", _("No")), ("", _("Not asked"))],
            coerce=lambda answer: answer == "yes",
            empty_value=None,
            required=False,
            widget=Segments,
        )

    def prepare_value(self, value):
        return {True: "yes", False: "no", None: ""}.get(value, value)


class SafeContactForm(SectionsMixin, forms.ModelForm):
    """`newest` is what the page showed: it fills the form and is never overwritten.

    Its phone number stays out of sight: an empty field keeps it.
    """

    level = forms.ChoiceField(
        label=_("How safe is it now?"),
        choices=Level,
        widget=Segments(icons=ICONS),
        error_messages={"required": _("Choose how safe it is now.")},
    )
    channels = forms.MultipleChoiceField(
        label=_("Which ways are safe?"), choices=Channel, required=False, widget=Picks
    )
    days = forms.MultipleChoiceField(
        label=_("On which days?"),
        choices=Weekday,
        required=False,
        widget=Picks,
        help_text=_("None chosen: every day is safe."),
    )
    from_time = forms.TimeField(
        label=_("Safe from"), required=False, widget=TimeInput, input_formats=["%H:%M"]
    )
    until_time = forms.TimeField(
        label=_("Safe until"), required=False, widget=TimeInput, input_formats=["%H:%M"]
    )
    voicemail = YesNo(_("May you leave a message?"))
    post = YesNo(_("May you send post?"))
    email = forms.EmailField(label=_("E-mail address"), required=False, max_length=200)
    checked_how = forms.ChoiceField(
        label=_("How was it discussed?"),
        choices=CheckedHow,
        widget=Segments,
        error_messages={"required": _("Choose how you discussed it.")},
    )
    forget_phone = forms.BooleanField(
        label=_("Remove the number that is written down"), required=False
    )
    seen = forms.CharField(required=False, widget=forms.HiddenInput)

    sections = {
        _("How safe is it?"): ["level", "checked_on", "checked_how"],
        _("How may you make contact?"): [
            "channels",
            "app_name",
            "days",
            Div("from_time", "until_time", css_class="fields-row fields-row--even"),
            Div("voicemail", "post", css_class="fields-row fields-row--even"),
        ],
        _("What to keep to"): ["say_who", "visit_rule", "code_word", "note"],
        _("Number and address"): ["phone", "forget_phone", "email"],
    }

    class Meta:
        model = SafeContact
        fields = [
            "level",
            "checked_on",
            "checked_how",
            "channels",
            "app_name",
            "days",
            "from_time",
            "until_time",
            "voicemail",
            "post",
            "say_who",
            "visit_rule",
            "code_word",
            "note",
            "phone",
            "email",
        ]
        widgets = {
            "checked_on": DateInput,
            "app_name": forms.TextInput,
            "note": TextArea(rows=3),
        } | dict.fromkeys(WORDS, forms.TextInput)
        help_texts = {
            "checked_on": _("The day on which you last discussed it."),
            "say_who": _("For example: a friend from the course."),
            "code_word": _("What you agreed to say when it is not safe to talk."),
            "phone": _("It is shown only after you ask for it."),
        }
        error_messages = {
            "checked_on": {"required": _("Fill in when you discussed it.")}
        }

    def __init__(self, *args, newest, **kwargs):
        super().__init__(*args, initial=filled_in(newest), **kwargs)
        self.kept_phone = newest.phone if newest else ""
        self.require_check()
        self.mention_phone()
        self.fields["app_name"].widget.attrs["maxlength"] = 40
        for name in [*WORDS, "app_name", "email"]:
            self.fields[name].widget.attrs["autocomplete"] = "off"

    def get_sections(self):
        if self.kept_phone:
            return self.sections
        return {
            title: [name for name in names if name != "forget_phone"]
            for title, names in self.sections.items()
        }

    def clean_from_time(self):
        return written(self.cleaned_data["from_time"])

    def clean_until_time(self):
        return written(self.cleaned_data["until_time"])

    def clean_checked_on(self):
        day = self.cleaned_data["checked_on"]
        if day:
            check_past_day(day)
        return day

    def clean(self):
        cleaned = super().clean()
        start, end = cleaned.get("from_time"), cleaned.get("until_time")
        if start and end and end <= start:
            self.add_error("until_time", _("Choose a time after the first one."))
        if cleaned.get("level") == Level.NOT_ASKED:
            cleaned["checked_on"], cleaned["checked_how"] = None, ""
        if not cleaned.get("phone") and not cleaned.get("forget_phone"):
            cleaned["phone"] = self.kept_phone
        return cleaned

    def require_check(self):
        """What was asked was asked on a day and in some way."""
        is_asked = self["level"].value() != Level.NOT_ASKED
        for name in ["checked_on", "checked_how"]:
            self.fields[name].required = is_asked

    def mention_phone(self):
        if self.kept_phone:
            self.fields["phone"].help_text = _(
                "A number is written down. Leave this empty to keep it."
            )
        else:
            del self.fields["forget_phone"]


def written(time):
    return time.strftime("%H:%M") if time else ""


def filled_in(newest):
    """What the form starts with: the newest row, or nothing when there is none."""
    if newest is None:
        return {}
    names = [name for name in SafeContactForm.Meta.fields if name != "phone"]
    return {name: getattr(newest, name) for name in names} | {"seen": newest.pk}
